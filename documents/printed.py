"""A draft as the command line's JSON prints it. The shapes are DESIGN section 7's contract: scripts rely on them."""

from dataclasses import asdict
from typing import Any

from documents.draft import ActionDraft, JudgementDraft, PlanDraft
from documents.intake import File, Loaded
from documents.places import place_json, places_json
from plans.addresses import step_json
from plans.messages.imports import ImportPreview


def plan_json(draft: PlanDraft, file: File, loaded: Loaded, preview: ImportPreview) -> dict[str, Any]:
    """One element of `import`'s `plans`."""
    return {
        "id": loaded.plan,
        "prison": f"HMP {draft.prison}",
        "title": draft.title,
        "kind": draft.kind,
        "submitted": _iso(draft.submitted),
        "published": _iso(draft.published),
        "inspected": [_iso(day) for day in draft.inspected] if draft.inspected else None,
        "source": {"file": file.name, "sha256": file.sha256},
        "changes": loaded.changes,
        "actions": [action_json(action, loaded.plan) for action in draft.actions],
        "judgements": [judgement_json(judgement) for judgement in draft.judgements],
        "unread": [{"where": one.where, "text": one.text, "why": one.why} for one in draft.unread],
        "passed_over": draft.passed_over,
        "failed": list(preview.failed),
        "differences": [asdict(one) for one in preview.changes],
        "closes": [{"id": one.plan, "open": [line.address for line in one.open]} for one in preview.closes],
        "questions": [asdict(one) for one in preview.questions],
    }


def action_json(action: ActionDraft, plan: str) -> dict[str, Any]:
    target = action.target
    return {
        "plan": plan,
        "ref": action.ref,
        "step": step_json(action.step),
        "theme": action.theme,
        "heading": action.heading,
        "title": action.title,
        "recommendation": action.recommendation,
        "response": action.response,
        "text": action.text,
        "owners": action.owners,
        "lead": action.owners[0] if action.owners else None,
        "delegate": None,
        "target": target.printed,
        "starts": _iso(action.starts),
        "due": _iso(target.due),
        "precision": target.precision,
        "recurrence": target.recurrence,
        "standing": target.standing,
        "status": target.status,
        "links": action.links,
        "source": place_json(action.place) | {"parts": places_json(action.places)},
        "flags": action.flags,
    }


def judgement_json(judgement: JudgementDraft) -> dict[str, Any]:
    return {
        "body": judgement.body,
        "kind": judgement.kind,
        "section": judgement.section,
        "text": judgement.text,
        "rating": judgement.rating,
        "paragraph": judgement.paragraph,
    }


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
