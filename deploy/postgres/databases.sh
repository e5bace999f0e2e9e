#!/bin/bash
# Runs once, when the data directory is empty: a database for each service, whose role may enter no other.
set -euo pipefail
for name in content session triage keycloak; do
  variable=${name^^}_DB_PASSWORD
  # The password goes in by standard input: neither a process list nor a log shows it.
  psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --username postgres --set "name=$name" --set "password=${!variable}" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
done
