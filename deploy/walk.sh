#!/bin/bash
# Walks through a running docker-compose.yml as its users would: signs in by Keycloak, sets up a practice, logs a check-in with a
# bladder sign, reads the advice and the worklist. Asks nothing but curl. Run it beside .env; run it again with the words "look
# again" after a restart, and it says whether all is still there.
#   deploy/walk.sh          deploy/walk.sh again
set -euo pipefail
cd -- "$(dirname -- "$0")/.."
set -a
# shellcheck disable=SC1091
. ./.env
set +a

issuer=${SACRUM_ISSUER_URL:-http://localhost:8084}
session=http://localhost:${SESSION_PORT:-8082}
triage=http://localhost:${TRIAGE_PORT:-8083}
practice=7a1c0000-0000-4000-8000-000000000001
patient=7a1c0000-0000-4000-9000-000000000001
checkin=7a1c0000-0000-4000-a000-000000000001

die() {
  printf 'walk: %s\n' "$1" >&2
  exit 1
}
field() { sed -n 's/.*"'"$1"'" *: *"\([^"]*\)".*/\1/p' | head -n 1; }
# Secrets go in by standard input: no process list shows them.
token() { curl -sf --max-time 20 "$issuer/realms/$1/protocol/openid-connect/token" --data @- | field access_token; }
# call TOKEN METHOD URL [BODY]: the status on the first line, then the answer
call() {
  local body=()
  [ -z "${4:-}" ] || body=(-H 'Content-Type: application/json' -d "$4")
  printf 'Authorization: Bearer %s' "$1" | curl -s --max-time 20 -o /tmp/walk.$$ -w '%{http_code}\n' -X "$2" -H @- "${body[@]}" "$3"
  cat /tmp/walk.$$
  rm -f /tmp/walk.$$
}
expect() { # WHAT WANTED ANSWER
  case $(head -n 1 <<<"$3") in
    $2) printf '%-60s %s\n' "$1" "$(head -n 1 <<<"$3")" ;;
    *) die "$1: wanted $2, got: $3" ;;
  esac
}
eventually() { # SECONDS COMMAND...
  local until=$((SECONDS + $1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$until" ] || return 1
    sleep 1
  done
}

admin=$(printf 'grant_type=password&client_id=admin-cli&username=admin&password=%s' "$KEYCLOAK_ADMIN_PASSWORD" | token master)
[ -n "$admin" ] || die "Keycloak gives its administrator no token"
realm=$issuer/admin/realms/sacrum

# A client and two people of this walk only, gone at its end: the realm itself lets nobody sign in with a password by curl.
word=walk-$(od -An -N12 -tx1 /dev/urandom | tr -d ' \n')
cleanup() {
  for path in $(cat /tmp/walk-made.$$ 2>/dev/null); do call "$admin" DELETE "$realm/$path" >/dev/null; done
  rm -f /tmp/walk-made.$$
}
trap cleanup EXIT
make() { # PATH BODY: makes it, prints its id
  local location
  location=$(printf 'Authorization: Bearer %s' "$admin" | curl -sf --max-time 20 -D - -o /dev/null -H @- -H 'Content-Type: application/json' -d "$2" "$realm/$1" |
    tr -d '\r' | sed -n 's/^[Ll]ocation: .*\///p')
  [ -n "$location" ] || die "Keycloak did not make $1"
  printf '%s/%s\n' "$1" "$location" >>/tmp/walk-made.$$
  printf '%s' "$location"
}
person() { # NAME ROLE
  local id role
  id=$(make users '{"username":"'"$1-$$"'","enabled":true,"email":"'"$1-$$"'@example.org","firstName":"Walk","lastName":"'"$1"'","emailVerified":true,
    "attributes":{"practice":["'"$practice"'"]},"credentials":[{"type":"password","value":"'"$word"'","temporary":false}]}')
  role=$(call "$admin" GET "$realm/roles/$2" | tail -n +2)
  expect "the role $2" 204 "$(call "$admin" POST "$realm/users/$id/role-mappings/realm" "[$role]")" >/dev/null
  printf '%s' "$id"
}
make clients '{"clientId":"walk-'$$'","enabled":true,"publicClient":true,"directAccessGrantsEnabled":true,"standardFlowEnabled":false,"defaultClientScopes":["sacrum"]}' >/dev/null
person clinician clinician >/dev/null
signed_in() { printf 'grant_type=password&client_id=walk-%s&username=%s-%s&password=%s' $$ "$1" $$ "$word" | token sacrum; }
clinician=$(signed_in clinician)
[ -n "$clinician" ] || die "the clinician can not sign in"

if [ "${1:-}" != again ]; then
  operator=$(printf 'grant_type=client_credentials&client_id=sacrum-operator&client_secret=%s' "$SACRUM_OPERATOR_SECRET" | token sacrum)
  [ -n "$operator" ] || die "the operator can not sign in"
  expect "PUT practice, by the operator" "20[01]" "$(call "$operator" PUT "$session/practices/$practice" \
    '{"name":"Walk","country":"GB","timeZone":"Europe/London","emergencyNumber":"999"}')"
  expect "PUT patient, by the clinician" "20[01]" "$(call "$clinician" PUT "$session/practices/$practice/patients/$patient" \
    '{"homeTimeZone":"Europe/London","ageYears":44,"sex":"female"}')"
  answer=$(call "$clinician" PUT "$session/practices/$practice/patients/$patient/check-ins/$checkin" \
    '{"kind":"symptom_check_in","observedAt":"'"$(date -u +%Y-%m-%dT%H:%M:00Z)"'","observedTimeZone":"Europe/London","painNow":3,
      "symptoms":[{"code":"urine_cannot_start","status":"present","onset":"new"}]}')
  expect "PUT check-in with a bladder sign" "20[01]" "$answer"
  grep -q emergency_now <<<"$answer" || die "the answer does not say emergency_now: $answer"
  echo "the answer carries the advice                                emergency_now"
fi

foreign=$(call "$clinician" GET "$session/practices/7a1c0000-0000-4000-8000-000000000002/patients/$patient")
expect "another practice's patient" 404 "$foreign"
expect "the history" 200 "$(call "$clinician" GET "$session/practices/$practice/patients/$patient/history")"
on_worklist() { call "$clinician" GET "$triage/practices/$practice/worklist" | grep -q "$patient"; }
eventually 30 on_worklist || die "the patient is not on the worklist"
echo "the patient is on the worklist                               yes"
