# Builds the environment in one stage and ships it in another: no compiler, no caches, no root.
FROM python:3.11-slim AS build
WORKDIR /build
COPY requirements/ requirements/
RUN python -m venv /opt/actions \
 && /opt/actions/bin/python -m pip install --no-cache-dir --require-hashes -r requirements/bootstrap.txt \
 && /opt/actions/bin/python -m pip install --no-cache-dir --require-hashes -r requirements/runtime.txt
COPY pyproject.toml README.md LICENSE ./
COPY app/ app/
COPY bot/ bot/
COPY documents/ documents/
COPY jobs/ jobs/
COPY plans/ plans/
COPY storage/ storage/
COPY workspace/ workspace/
RUN /opt/actions/bin/python -m pip install --no-cache-dir --no-deps --no-build-isolation . \
 && /opt/actions/bin/python -m pip uninstall --yes uv hatchling editables

FROM python:3.11-slim
RUN useradd --system --create-home --home-dir /data --uid 10001 actions
COPY --from=build /opt/actions /opt/actions
ENV PATH=/opt/actions/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    ACTIONS_DATABASE_URL=sqlite:////data/actions.db \
    HOST=0.0.0.0 \
    PORT=3000
USER actions
WORKDIR /data
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["python", "-c", "import os, urllib.request as r; r.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/healthz', timeout=4)"]
CMD ["actions", "serve"]
