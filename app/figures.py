"""What /metrics shows of the service: answers given, and what became of its deliveries."""

from collections.abc import Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram


class Figures:
    """What /metrics shows. A registry of its own, so that two servers in one process do not collide."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._answers = Counter("actions_answers", "Answers given", ["kind"], registry=self.registry)
        self._seconds = Histogram("actions_answer_seconds", "Time taken to answer", registry=self.registry)

        self._deliveries = Gauge(
            "actions_deliveries",
            "Deliveries of the last week, by what became of them",
            ["state"],
            registry=self.registry,
        )

    def delivered(self, counts: Mapping[str, int]) -> None:
        self._deliveries.clear()
        for state, count in counts.items():
            self._deliveries.labels(state).set(count)

    def counted(self, kind: str, seconds: float) -> None:
        self._answers.labels(kind).inc()
        self._seconds.observe(seconds)
