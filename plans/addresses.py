"""How an action is addressed: by ref and step, as people type them and as JSON says them."""


def written(ref: str, step: str | None) -> str:
    """`12`, `2iii`, `5.13/2`: a step of letters follows its ref, a number after a slash."""
    if not step:
        return ref
    return f"{ref}/{step}" if step.isdigit() else f"{ref}{step}"


def step_json(step: str | None) -> str | int | None:
    """A step as JSON says it: roman as printed, else a number, null where the plan numbers none."""
    if not step:
        return None
    return int(step) if step.isdigit() else step
