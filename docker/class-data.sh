#!/bin/sh
# Class-data sharing: starts the application in this folder once, on a database that is gone afterwards, and leaves in project-export.jsa the
# classes that this loaded, which another start of the same JVM then maps into memory. It ends before it takes requests or calls anybody.
set -eu

cluster=$(mktemp -d)
chown postgres "$cluster"
postgres() {
    program=$1
    shift
    (cd "$cluster" && runuser -u postgres -- /usr/lib/postgresql/*/bin/"$program" --pgdata="$cluster/data" "$@")
}
postgres initdb --auth=trust --encoding=UTF8 --no-sync >"$cluster/initdb.log"
postgres pg_ctl --wait --silent --log="$cluster/postgres.log" --options="-h 127.0.0.1 -k ''" start
trap 'postgres pg_ctl --silent --mode=immediate stop; rm -rf "$cluster"' EXIT

export SPRING_DATASOURCE_URL="jdbc:postgresql://127.0.0.1:${PGPORT:-5432}/postgres" SPRING_DATASOURCE_USERNAME=postgres SPRING_DATASOURCE_PASSWORD=none
export SPRING_MAIL_HOST=localhost MAIL_FROM=nobody@example.com APP_BASE_URL=http://localhost:8080
export ADMIN_USER=nobody ADMIN_PASSWORD="$(od -An -N16 -tx1 /dev/urandom | tr -d ' ')" XERO_CLIENT_ID=none XERO_CLIENT_SECRET=none

# with a heap from 32 GB on, as of the machine that builds, addresses would be longer than those of the machine that runs
java -Xmx1g -XX:ArchiveClassesAtExit=project-export.jsa -Xlog:cds=error -Xlog:cds+dynamic=error \
    -Dspring.context.exit=onRefresh -jar project-export.jar
test -s project-export.jsa
