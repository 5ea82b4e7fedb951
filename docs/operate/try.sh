#!/usr/bin/env bash
# Tries docs/operate.md: carries out the commands that stand there in frames, as they stand there, on two database servers, two nodes, nginx, a
# mail server and a sandbox Xero, and looks whether what the page promises is so. "docs/operate.md#the-walk" says what it needs and does.
#
# Each machine is a set of mounts and a name of its own on one private network, so that the page's paths, ports and host names hold and nothing
# outside is touched; all of it ends with this script. Logs are in target/operate.
set -euo pipefail
cd "$(dirname "$0")/../.."

readonly DOCUMENT=docs/operate.md
readonly LOGS=$PWD/target/operate
readonly JAR=$(echo target/project-export-*[0-9].jar)
readonly SANDBOX=$(echo target/sandbox/project-export-*-sandbox.jar)
readonly RELEASE_OF_JAR=$(basename "${JAR##*project-export-}" .jar)

fail() {
    echo "try.sh: $*" >&2
    exit 1
}

# The commands of the frame with that name, as they stand in the document, but for the version of PostgreSQL that is installed here.
frame() {
    local commands
    commands=$(awk -v fence="^\`\`\`[a-z]+ $1\$" '$0 ~ fence {inside = 1; next} /^```$/ {inside = 0} inside' "$DOCUMENT")
    [ -n "$commands" ] || fail "$DOCUMENT has no frame $1"
    echo "${commands//postgresql\/18\//postgresql\/$POSTGRES\/}"
}

need() {
    [ "$(uname)" = Linux ] && [ "$(id -u)" = 0 ] || fail "runs as root on Linux, because each machine gets mounts and a network of its own"
    local missing=()
    for program in pg_createcluster pg_dump nginx openssl curl jq aiosmtpd java ip nsenter setpriv; do
        PATH=$PATH:/usr/sbin command -v "$program" >/dev/null || missing+=("$program")
    done
    [ ${#missing[@]} = 0 ] || fail "these are missing: ${missing[*]}. apt-get install postgresql nginx openssl curl jq python3-aiosmtpd iproute2"
    [ -f "$JAR" ] && [ -f "$SANDBOX" ] || fail "build first: mvn package -DskipTests"
    local newer
    newer=$(find src bpmn forms pom.xml -type f -newer "$JAR" ! -name '*Test.java' -print -quit)
    [ -z "$newer" ] || echo "try.sh: $newer is newer than $JAR; mvn package -DskipTests builds it anew" >&2
}

# Begins anew in mounts, network and processes of its own, which end with it.
if [ "${1:-}" != inside ]; then
    need
    exec unshare --mount --net --pid --fork --kill-child --mount-proc "$0" inside
fi

export POSTGRES
POSTGRES=$(find /usr/lib/postgresql -mindepth 1 -maxdepth 1 -printf '%f\n' | sort -n | tail -1)
export WORK
WORK=$(mktemp -d /tmp/try-operate.XXXXXX)
trap 'rm -rf --one-file-system "$WORK"' EXIT
mkdir -p "$LOGS" "$WORK/backups"
rm -f "$LOGS"/*.log
ip link set lo up
readonly BEGUN=$SECONDS

step() { printf '%4d s  %s\n' $((SECONDS - BEGUN)) "$*"; }

# ---------------------------------------------------------------------------------------------------------------------------- machines

declare -A MACHINES=()
cat >"$WORK/hosts" <<'END'
127.0.0.1 localhost erp.example.com
127.0.1.1 app1.example.com
127.0.1.2 app2.example.com
127.0.2.1 db.example.com
127.0.2.2 db2.example.com
127.0.2.3 db3.example.com
127.0.3.1 mail.example.com
127.0.3.2 xero.example.com
END
mount --bind "$WORK/hosts" /etc/hosts

# A machine as the distribution's installer leaves it: what it writes to these folders is its own.
machine() {
    local name=$1 own=$WORK/$1
    mkdir -p "$own"/{etc,var,opt}-{upper,work} "$own/release"
    ln -s "$PWD/docs" "$PWD/docker" "$own/release"
    unshare --mount --uts sleep infinity &
    MACHINES[$name]=$!
    until [ "$(readlink "/proc/${MACHINES[$name]}/ns/mnt")" != "$(readlink /proc/self/ns/mnt)" ]; do sleep 0.1; done
    on "$name" "
        hostname $name.example.com
        for folder in etc var opt; do
            mount -t overlay overlay -o lowerdir=/\$folder,upperdir=$own/\$folder-upper,workdir=$own/\$folder-work /\$folder
        done
        mount --bind $WORK/hosts /etc/hosts
        mount -t tmpfs tmpfs /run
        mkdir -p /var/backups/project-export /run/postgresql
        chown postgres: /run/postgresql $WORK/backups
        mount --bind $WORK/backups /var/backups/project-export"
}

inside() {
    nsenter --target "${MACHINES[$1]}" --mount --uts env MACHINE="$1" LOGS="$LOGS" PATH="$PWD/docs/operate/machine:$PATH:/usr/sbin" \
        bash -euo pipefail -c "cd $WORK/$1/release; $2"
}

# Carries out commands as root on a machine, in a folder with the release.
on() {
    inside "$1" "$2" >>"$LOGS/$1-commands.log" 2>&1 || {
        tail -n 30 "$LOGS/$1-commands.log" >&2
        fail "$1 failed with: $2"
    }
}

# What the database on a machine answers.
sql() { inside "$1" "sudo -u postgres psql -d project_export -Atc \"$2\""; }

database_server() {
    machine "$1"
    on "$1" "
        rm -rf /etc/postgresql/* /var/lib/postgresql/*
        pg_createcluster $POSTGRES main
        systemctl start postgresql"
    on "$1" "$(frame access)"
}

node() {
    machine "$1"
    frame environment | sed -e "s/^\(NODE_NAME\)=.*/\1=$1/" \
        -e "s|^\(SPRING_DATASOURCE_PASSWORD\)=.*|\1=$PASSWORD|" -e "s|^\(APP_ENCRYPTION_KEY\)=.*|\1=$KEY|" \
        -e "s|^\(ADMIN_PASSWORD\)=.*|\1=$PEOPLES_PASSWORD|" -e 's|^\(XERO_CLIENT_ID\)=.*|\1=sandbox-client|' \
        -e 's|^\(XERO_CLIENT_SECRET\)=.*|\1=sandbox-secret|' >"$WORK/$1/release/environment"
    # what stands for Xero, and what shortens the waits of this script
    cat >>"$WORK/$1/release/environment" <<END
SERVER_ADDRESS=$1.example.com
JDK_JAVA_OPTIONS=-XX:TieredStopAtLevel=1
XERO_API_URL=http://xero.example.com:8081
XERO_TOKEN_URL=http://xero.example.com:8081/connect/token
XERO_AUTHORIZE_URL=http://xero.example.com:8081/identity/connect/authorize
XERO_LOOK_AGAIN_AFTER=2s
XERO_LOOK_BEFORE_REVIEW_EVERY=5s
CAMUNDA_BPM_JOB_EXECUTION_LOCK_TIME_IN_MILLIS=40000
END
    on "$1" "$(frame node)"
}

release() { on "$1" "ln -s '$PWD/$JAR' project-export-$2.jar; RELEASE=$2; $(frame release)"; }

restart() {
    for node in "$@"; do
        on "$node" "$(frame restart)"
    done
}

# Does the same on both nodes at the same time: together restart
together() {
    local first
    "$1" app1 "${@:2}" &
    first=$!
    "$1" app2 "${@:2}"
    wait "$first"
}

# ------------------------------------------------------------------------------------------------------------------------------ people

readonly SITE=https://erp.example.com
readonly PEOPLES_PASSWORD=correct-horse-9
CURL=(curl --silent --show-error --max-time 60 --cacert "$WORK/fullchain.pem")

# Calls the API as somebody: api anna POST /api/projects/…/accept '{}'
api() {
    "${CURL[@]}" --user "$1:$PEOPLES_PASSWORD" --request "$2" --header 'Content-Type: application/json' ${4:+--data "$4"} "$SITE$3"
}

person() {
    api admin POST /engine-rest/user/create "{\"profile\": {\"id\": \"$1\", \"firstName\": \"$1\", \"lastName\": \"Person\", \"email\": \"$1@example.com\"},
        \"credentials\": {\"password\": \"$PEOPLES_PASSWORD\"}}"
    for group in "${@:2}"; do
        api admin PUT "/engine-rest/group/$group/members/$1" '{}'
    done
}

submit() {
    local answer
    answer=$(api sam POST /api/projects "{\"projectNumber\": \"$1\", \"projectName\": \"Try $1\"}")
    jq -er .exportId <<<"$answer" || fail "$1 was not submitted: $answer"
}

readonly EMPTY='{}'
accept() { api anna POST "/api/projects/$1/accept" "${2:-$EMPTY}" >/dev/null; }
retry() { api anna POST "/api/projects/$1/retry" "${2:-$EMPTY}" >/dev/null; }
project() { api anna GET "/api/projects/$1"; }

# Waits until a question has the answer: await 60 SYNCED 'project … | jq -r .status'
await() {
    local until=$((SECONDS + $1)) answer
    while answer=$(eval "$3" 2>/dev/null) || true; [ "$answer" != "$2" ]; do
        [ $SECONDS -lt $until ] || fail "after $1 s, not $2 but $answer: $3"
        sleep 0.5
    done
}

await_status() { await "${3:-90}" "$2" "project $1 | jq -r .status"; }

# How many jobs Xero has whose name begins with the number.
jobs_in_xero() {
    local token
    token=$(curl -sS --user "sandbox-client:${SECRET:-sandbox-secret}" --data grant_type=client_credentials http://xero.example.com:8081/connect/token | jq -r .access_token)
    curl -sS --header "Authorization: Bearer $token" 'http://xero.example.com:8081/projects.xro/2.0/Projects?page=1&pageSize=500' |
        jq --arg number "$1" '[.items[] | select(.name | startswith($number + " "))] | length'
}

one_job() {
    for number in "$@"; do
        await 20 1 "jobs_in_xero $number"
    done
}

# Links the project to the job that was found for it, by accept or retry.
link() {
    local found
    found=$(project "$2" | jq -er '.foundJobs | if length == 1 then .[0].id else error end') || fail "no job was found to link: $(project "$2")"
    "$1" "$2" "{\"linkTo\": \"$found\"}"
}

xero() { curl -sS --output /dev/null --data "$2" "http://xero.example.com:8081/$1"; }
xero_is() { xero switches "switch=$1&on=$2"; }

# A page with a session, whose cookies are in a file of that name.
page() { "${CURL[@]}" --cookie "$WORK/$1.cookies" --cookie-jar "$WORK/$1.cookies" "${@:3}" "$SITE$2"; }
token() { page "$1" "$2" | sed -n '0,/name="_csrf"/s/.*name="_csrf" value="\([^"]*\)".*/\1/p'; }

log_in() {
    local token answer
    token=$(token "$1" /login)
    answer=$(page "$1" /login --output /dev/null --write-out '%{http_code} %{redirect_url}' \
        --data-urlencode "_csrf=$token" --data "username=$1&password=$PEOPLES_PASSWORD")
    [[ $answer == "302 "* && $answer != *login* ]] || fail "$1 could not log in: $answer"
}

node_of() { sed -n 's/.*JSESSIONID.*\.\(app[12]\)$/\1/p' "$WORK/$1.cookies"; }
opens_jobs() { page "$1" /jobs --output /dev/null --write-out '%{http_code}'; }

connect_xero() {
    local token consent back
    log_in admin
    token=$(token admin /xero/connect)
    consent=$(page admin /xero/connect --output /dev/null --write-out '%{redirect_url}' --data-urlencode "_csrf=$token")
    back=$(curl -sS --output /dev/null --write-out '%{redirect_url}' "$consent")
    page admin "${back#"$SITE"}" --output /dev/null
    page admin /xero/connect | grep -q 'Connected to' || fail "Xero is not connected: $back"
}

catch_mails() {
    aiosmtpd --nosetuid --listen mail.example.com:25 --class aiosmtpd.handlers.Mailbox "$WORK/mails" >>"$LOGS/mail.log" 2>&1 &
    MAIL_SERVER=$!
}
mails() { grep -rl "$1" "$WORK/mails/new" 2>/dev/null | wc -l; }

# ---------------------------------------------------------------------------------------------------------------------------- the walk

KEY=$(openssl rand -base64 32)
PASSWORD=$(openssl rand -hex 24)

step "sandbox Xero, mail server, database, two nodes, nginx"
mkdir "$WORK/app"
java -Djarmode=tools -jar "$JAR" extract --application-filename project-export.jar --destination "$WORK/app" >/dev/null
cp "$SANDBOX" "$WORK/app/sandbox.jar"
SANDBOX_ADDRESS=xero.example.com java -Xmx128m -XX:TieredStopAtLevel=1 -cp "$WORK/app/sandbox.jar:$WORK/app/project-export.jar" \
    io.projectexport.sandbox.SandboxServer >"$LOGS/xero.log" 2>&1 &
catch_mails
database_server db
on db "PASSWORD=$PASSWORD; $(frame database)"
node app1
node app2
together release "$RELEASE_OF_JAR"
together on "$(frame class-data)"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=erp.example.com -addext subjectAltName=DNS:erp.example.com \
    -keyout "$WORK/privkey.pem" -out "$WORK/fullchain.pem" 2>/dev/null
machine lb
on lb "mkdir -p /etc/nginx/tls; install --mode=400 $WORK/fullchain.pem $WORK/privkey.pem /etc/nginx/tls"
together restart
on lb "$(frame nginx)"

step "connect Xero, add people"
connect_xero
person sam portfolio
person anna erp-standard can-push-to-accounting

step "submit, accept, Synced; a session stays on its node"
first=$(submit T-1)
accept "$first"
await_status "$first" SYNCED
log_in anna
lost=$(node_of anna)
[ -n "$lost" ] || fail "the session does not bear its node's name: $(cat "$WORK/anna.cookies")"
for _ in 1 2 3 4 5 6; do
    [ "$(opens_jobs anna)" = 200 ] || fail "the session left $lost"
done

step "kill -9 of $lost, which has the session and an export"
xero_is SLOW true
killed=$(submit T-2)
accept "$killed"
sleep 1
on "$lost" "systemctl kill --signal=KILL project-export"
[ "$(opens_jobs anna)" = 302 ] || fail "the other node does not ask for the login"
log_in anna
[ "$(opens_jobs anna)" = 200 ] && [ "$(node_of anna)" != "$lost" ] || fail "the other node does not take over"
xero_is SLOW false
restart "$lost"
await_status "$killed" SYNCED 120
one_job T-1 T-2

step "no mail server during a rejection, no Xero during an export"
kill "$MAIL_SERVER"
rejected=$(submit T-3)
api anna POST "/api/projects/$rejected/reject" '{"comment": "The estimate is missing."}' >/dev/null
xero_is DOWN true
down=$(submit T-4)
accept "$down"
await 60 1 "sql db \"select count(*) from project_export where id = '$down' and waiting_for like 'It is tried again%'\""
xero_is DOWN false
catch_mails
await_status "$down" SYNCED 120
await 120 1 "mails T-3"
one_job T-4

step "archive, base backup, a moment, and a mistake after it"
on db "$(frame archive)"
await 60 '"UP"' "api admin GET /actuator/health | jq .status"
on db "$(frame base-backup)"
before=$(submit T-5)
accept "$before"
await_status "$before" SYNCED
sleep 1
moment=$(date '+%F %T.%6N%:z')
sleep 1
sql db "delete from project_history" >/dev/null

step "restored to the moment, on an empty server"
together on "systemctl stop project-export"
on db "systemctl stop postgresql"
database_server db2
base=$(ls -d "$WORK"/backups/base-* | tail -1)
on db2 "MOMENT='$moment'; BASE=/var/backups/project-export/$(basename "$base"); $(frame restore-moment)"
together on "$(frame another-database)"
together restart
await_status "$before" SYNCED
[ "$(project "$first" | jq '.history | length')" -gt 1 ] || fail "the history is still lost"

step "what waits, what is under way, and a dump"
synced=$(submit T-10)
accept "$synced"
await_status "$synced" SYNCED
ready=$(submit T-11)
overlooked=$(submit T-12)
waiting=$(submit T-13)
xero_is DOWN true
accept "$waiting"
# it failed twice, and waits for 20 s
await 60 3 "sql db2 \"select retries_ from act_ru_job where process_instance_id_ = '$waiting'\""
xero_is DOWN false
under_way=$(submit T-14)
xero_is SLOW true
accept "$under_way"
await 60 UNKNOWN "sql db2 \"select state from export_attempt where export_id = '$under_way'\""
on db2 "$(frame dump)"
xero_is SLOW false

step "after the dump: all of it gets its job, and one more"
accept "$ready"
accept "$overlooked"
later=$(submit T-15)
accept "$later"
for id in "$ready" "$overlooked" "$waiting" "$under_way" "$later"; do
    await_status "$id" SYNCED 120
done
one_job T-10 T-11 T-12 T-13 T-14 T-15

step "the dump restored on an empty server"
together on "systemctl stop project-export"
on db2 "systemctl stop postgresql"
database_server db3
on db3 "PASSWORD=$PASSWORD; $(frame database)"
on db3 "$(frame restore-dump)"
together on "$(frame another-database | sed 's/db2/db3/')"
together restart
await_status "$synced" SYNCED
await_status "$under_way" SYNCED 120
await_status "$waiting" FAILED_TO_EXPORT 120
link retry "$waiting"
await 90 1 "project $ready | jq '.foundJobs | length'"
link accept "$ready"
[ "$(project "$later" | jq -r .status)" = 404 ] || fail "what came after the dump is there"
accept "$overlooked"
again=$(submit T-15)
accept "$again"
for id in "$overlooked" "$again"; do
    # who saw it at the review may still have linked it
    await_status "$id" FAILED_TO_EXPORT
    link retry "$id"
done
for id in "$ready" "$overlooked" "$waiting" "$again"; do
    await_status "$id" SYNCED
done
one_job T-10 T-11 T-12 T-13 T-14 T-15

step "an update node by node, while projects are exported, and back"
(
    for number in $(seq 20 39); do
        id=$(submit "T-$number")
        accept "$id"
        echo "$id" >>"$WORK/during-update"
        sleep 1
    done
) &
exporting=$!
for node in app1 app2; do
    release "$node" "$RELEASE_OF_JAR-next"
    restart "$node"
done
wait "$exporting"
together on "RELEASE=$RELEASE_OF_JAR; $(frame back)"
together restart
while read -r id; do
    await_status "$id" SYNCED 120
done <"$WORK/during-update"
one_job T-20 T-29 T-39

step "another key in three rounds, with its tokens renewed in between"
NEW=$(openssl rand -base64 32)
for round in new-key new-key-first old-key-away; do
    for node in app1 app2; do
        on "$node" "NEW=$NEW; $(frame "$round")"
        restart "$node"
        rotated=$(submit "T-$round-$node")
        xero_is TOKEN_EXPIRED true
        accept "$rotated"
        await_status "$rotated" SYNCED
    done
done
on app1 "grep -qx 'APP_ENCRYPTION_KEY=$NEW' /etc/project-export/environment"
page admin /xero/connect >/dev/null
log_in admin
page admin /xero/connect | grep -q 'Connected to' || fail "the new key does not read the connection"

step "Xero's secret is another one while an export waits"
xero actions 'action=Another client secret'
SECRET=sandbox-secret-2
refused=$(submit T-50)
accept "$refused"
await_status "$refused" FAILED_TO_EXPORT
together on "SECRET=$SECRET; $(frame client-secret)"
together restart
await_status "$refused" SYNCED 400
one_job T-50

step "all of docs/operate.md was done as it is written"
