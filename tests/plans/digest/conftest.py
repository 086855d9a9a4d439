"""The prison of the answers' tests, as its digest sees it."""

from tests.plans.progress.conftest import world as world
