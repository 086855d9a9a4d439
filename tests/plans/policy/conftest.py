"""The Rochester plan of 2024 as the policy sees it."""

from pathlib import Path

import pytest

from plans.policy.values import Action
from tests.fakes.situations import read_actions


@pytest.fixture(scope="session")
def rochester(plans_dir: Path) -> list[Action]:
    return read_actions(plans_dir / "rochester-un-2024.txt")
