#!/usr/bin/env bash
# The whole main job through the HTTP API, on the files of etc/samples: an association signs up, publishes its home page, imports its contacts and
# writes to them; a learner's exercise is ticked because the page really is online; the association shares a guide, a curator publishes it, another
# association adapts it. Every step prints what it did and what came back, and the script stops at the first answer that is not what it should be.
#   etc/scripts/main-job.sh          starts a hub of its own, in a temporary folder, on a free port, and stops it
#   etc/scripts/main-job.sh URL      uses a hub in development (it reads the confirmation mails at URL/mailbox). Unless the hub is empty, so that the
#                                    first account is its operator, a curator is needed: CURATOR_EMAIL and CURATOR_PASSWORD (those of --demo by default)
#
# For those who integrate the hub, in short:
#   - One cookie is the session. GET /api/associations/session sets a second one, XSRF-TOKEN; its value goes into the header X-XSRF-TOKEN of each
#     request that changes something. Ask again after signing in.
#   - The header __tenant names the space (its slug) that a request works in. Without it a request is on the hub's side.
#   - An error is application/problem+json with a worded "code" (Mailing:ImportHasNoEmailColumn) and a sentence in "detail".
#   - Pages, letters, guides and lessons are documents of one format, page/1: {"schema":"page/1","lang":"fr","blocks":[…]}.
#   - The reference is at URL/scalar.
. "$(dirname "$0")/_lib.sh"
install_missing jq jq
install_missing curl curl
SAMPLES=$ROOT/etc/samples
RUN=$(date +%H%M%S)$RANDOM
PASSWORD="le marronnier du square"
WHO= SPACE= BODY=$WORK/answer.json STEP=0

step() { STEP=$((STEP + 1)); printf '\n\033[1m%2d. %s\033[0m\n' "$STEP" "$*"; }
say() { printf '    %s\n' "$*"; }
fail() { printf '\n\033[1;31mFAILED at step %d: %s\033[0m\n' "$STEP" "$*" >&2; [ ! -s "$BODY" ] || head -c 2000 "$BODY" >&2; echo >&2; exit 1; }
# expect WORDS ACTUAL EXPECTED
expect() { [ "$2" = "$3" ] || fail "$1: $2 instead of $3"; say "$1: $2"; }

as() { WHO=$1; SPACE=${2:-}; touch "$WORK/$WHO.cookies"; }
token() { sed -n 's/.*\tXSRF-TOKEN\t//p' "$WORK/$WHO.cookies" | tail -1 | python3 -c 'import sys,urllib.parse; print(urllib.parse.unquote(sys.stdin.read().strip()))'; }

# send METHOD PATH [curl arguments…]: the body of the answer goes to $BODY, its status to $STATUS
send() {
  local method=$1 path=$2; shift 2
  local headers=(-H "Accept: application/json" -H "Accept-Language: fr" -H "X-XSRF-TOKEN: $(token)")
  [ -z "$SPACE" ] || headers+=(-H "__tenant: $SPACE")
  STATUS=$(curl -sS --max-time 60 -X "$method" -o "$BODY" -w '%{http_code}' -b "$WORK/$WHO.cookies" -c "$WORK/$WHO.cookies" "${headers[@]}" "$@" "$URL$path") \
    || fail "$method $path: no answer"
}

# call METHOD PATH [JSON]: fails unless the answer is a success
call() {
  if [ $# -ge 3 ]; then send "$1" "$2" -H "Content-Type: application/json" --data-binary "$3"; else send "$1" "$2"; fi
  [ "$STATUS" -lt 400 ] || fail "$1 $2 answered $STATUS"
}
upload() { send POST "$1" -F "file=@$2"; [ "$STATUS" -lt 400 ] || fail "POST $1 answered $STATUS"; }
get() { jq -r "$1" "$BODY"; }
session() { call GET /api/associations/session; }

# wait_until PATH JQ-CONDITION WORDS: asks again until the condition holds, two minutes at most
wait_until() {
  for _ in $(seq 240); do
    call GET "$1"
    [ "$(get "$2")" != true ] || return 0
    sleep 0.5
  done
  fail "$3 took more than two minutes"
}

# mail_link ADDRESS PART: the newest link with PART in a mail to ADDRESS, from the development mailbox
mail_link() {
  local id page link
  for _ in $(seq 120); do
    for id in $(curl -sS "$URL/mailbox" | grep -o 'href="/mailbox/[^"]*"' | sed 's/.*mailbox\///; s/"//' | head -30); do
      page=$(curl -sS "$URL/mailbox/$id")
      case $page in *"$1"*) ;; *) continue ;; esac
      link=$(grep -o "href=\"http[^\"]*$2[^\"]*\"" <<<"$page" | head -1 | sed 's/^href="//; s/"$//; s/&amp;/\&/g')
      [ -z "$link" ] || { echo "$link"; return; }
    done
    sleep 0.5
  done
  return 1
}
parameter() { python3 -c 'import sys,urllib.parse; print(urllib.parse.parse_qs(urllib.parse.urlparse(sys.argv[1]).query)[sys.argv[2]][0])' "$1" "$2"; }

# sign_up WHO ASSOCIATION PERSON: a space with a confirmed address; leaves its slug in $SPACE
sign_up() {
  local email="$1.$RUN@exemple.fr" link
  as "$1"
  call GET /api/associations/sign-up/form
  local form key; form=$(get .formToken); key=$(get .idempotencyKey)
  sleep 3 # a form that comes back sooner was filled in by a program
  call POST /api/associations/sign-up "$(jq -n --arg a "$2" --arg p "$3" --arg e "$email" --arg w "$PASSWORD" --arg k "$key" --arg f "$form" \
    '{associationName: $a, town: "Paris 11e", name: $p, email: $e, password: $w, idempotencyKey: $k, formToken: $f}')"
  SPACE=$(get .slug)
  say "space: $(get .name), at $(get .spaceUrl)"
  link=$(mail_link "$email" /confirmer) || fail "no confirmation mail for $email in $URL/mailbox"
  say "confirmation mail: $link"
  session
  call POST /api/associations/account/confirm-email "$(jq -n --arg u "$(parameter "$link" u)" --arg t "$(parameter "$link" jeton)" '{userId: $u, token: $t}')"
  session
  expect "address confirmed" "$(get .user.emailConfirmed)" true
}

start_hub() {
  local port project=$ROOT/src/Host/CapaCitoyenne.Web
  port=$(free_port); URL=http://localhost:$port
  dotnet build "$project" -v q -nologo -clp:NoSummary -p:SkipUi=true
  mkdir -p "$WORK/hub"
  (cd "$project" && exec env ASPNETCORE_ENVIRONMENT=Development "App__SelfUrl=$URL" "Urls=$URL" "ConnectionStrings__Default=Data Source=$WORK/hub/hub.db" \
    "Mail__PickupFolder=$WORK/hub/mail" "Blobs__BasePath=$WORK/hub/blobs" dotnet bin/Debug/net10.0/CapaCitoyenne.Web.dll) >"$WORK/hub/log" 2>&1 &
  STOP+=($!)
  for _ in $(seq 240); do curl -sf -o /dev/null "$URL/health/ready" && return; kill -0 "${STOP[-1]}" 2>/dev/null || break; sleep 0.5; done
  tail -50 "$WORK/hub/log" >&2; fail "the hub did not start"
}

URL=${1:-}
if [ -z "$URL" ]; then echo "Starting a hub…"; start_hub; fi
URL=${URL%/}
HOST=${URL#*://}
echo "Hub: $URL"

step "An association signs up: three questions, a confirmed address"
sign_up jeanne "Les Amis du square $RUN" "Jeanne Morel"
ASSOCIATION=$SPACE
ASSOCIATION_ID=$(get .currentSpace.tenantId)
IS_OPERATOR=$(get '.hubRoles | contains(["operator"])')

step "It says who answers for its site (the law asks for it before anything goes online)"
call GET /api/associations/association-profile
call PUT /api/associations/association-profile "$(jq '{name, town, contactName, contactEmail, concurrencyStamp, directorOfPublication: "Jeanne Morel", phone: "01 99 00 11 12",
  address: "8 rue du Général-Renault\n75011 Paris"}' "$BODY")"
expect "legal notice complete" "$(get .legalNoticeComplete)" true

step "It sends a picture; what the telephone wrote into it goes away"
grep -qa Exif "$SAMPLES/photo-jardin.jpg" || fail "the sample picture has no metadata"
upload /api/sites/media "$SAMPLES/photo-jardin.jpg"
MEDIA=$(get .urn) MEDIA_URL=$(get .url)
say "$MEDIA, $(get .width) × $(get .height), at $MEDIA_URL"

step "It writes its home page and puts it online"
call GET /api/sites/page
HOME_ID=$(get '.items[] | select(.kind == "Home") | .id')
call GET "/api/sites/page/$HOME_ID"
say "starter page: $(get '.document | fromjson | .blocks | length') blocks, revision $(get .revision)"
DOCUMENT=$(jq -n --arg media "$MEDIA" '{schema: "page/1", lang: "fr", blocks: [
  {id: "b1", type: "text", v: 1, markdown: "## Un square, des voisins\n\nNous prenons soin du **square** depuis 2009, un samedi sur deux."},
  {id: "b2", type: "image", v: 1, media: $media, alt: {kind: "text", text: "Le jardin du square, en été, avec ses bacs fleuris"}},
  {id: "b3", type: "news", v: 1, max: 3}]}')
call PUT "/api/sites/page/$HOME_ID" "$(jq -n --arg d "$DOCUMENT" --argjson r "$(get .revision)" '{title: "Accueil", document: $d, baseRevision: $r}')"
call POST "/api/sites/page/$HOME_ID/publish"
expect "online" "$(get .isPublished)" true

step "A visitor reads it, without script or cookie"
site() { curl -sS --max-time 30 -H "Host: $ASSOCIATION.$HOST" "$@"; }
PAGE=$(site -D "$WORK/headers" "$URL/")
grep -q "Un square, des voisins" <<<"$PAGE" || { printf '%s' "$PAGE" >"$BODY"; fail "the home page does not show its text"; }
! grep -qiE '<script( src|>)' <<<"$PAGE" || fail "the home page has a script"
! grep -qi "^set-cookie" "$WORK/headers" || fail "the home page sets a cookie"
say "http://$ASSOCIATION.$HOST/ : ${#PAGE} characters, $(grep -i '^etag' "$WORK/headers" | tr -d '\r')"
PICTURE=$(grep -o 'src="[^"]*\.jpg[^"]*"' <<<"$PAGE" | head -1 | sed 's/src="//; s/"//')
site -o "$WORK/picture.jpg" "$URL${PICTURE:-$MEDIA_URL}"
! grep -qa "Telephone d'exemple" "$WORK/picture.jpg" || fail "the picture still says which telephone took it"
say "picture: $(stat -c %s "$WORK/picture.jpg") bytes, no metadata left"

step "It brings its address book: 200 lines of a spreadsheet, with the mistakes of real life"
upload /api/mailing/contact-import/upload "$SAMPLES/contacts.csv"
IMPORT=$(get .id)
say "read as $(get .encoding), separator $(get .separator), columns $(get '[.columns[] | .header + " → " + .field] | join(", ")')"
call POST "/api/mailing/contact-import/$IMPORT/check" "$(jq '{columns, hasHeader}' "$BODY")"
wait_until "/api/mailing/contact-import/$IMPORT" '.status == "Checked"' "the dry run"
say "dry run: $(get '.counts | to_entries | map("\(.key) \(.value)") | join(", ")')"
call GET /api/mailing/mailing-list
LIST=$(get '.items[0].id')
call POST "/api/mailing/contact-import/$IMPORT/start" "$(jq -n --arg l "$LIST" '{listId: $l, origin: "Bulletins d’adhésion et forum des associations", purposes: ["Information"]}')"
wait_until "/api/mailing/contact-import/$IMPORT" '.status == "Completed"' "the import"
expect "people added" "$(get .counts.created)" 182
expect "duplicates" "$(get .counts.duplicates)" 10
expect "lines refused" "$(get .counts.refused)" 8
call GET "/api/mailing/contact-import/$IMPORT/refused-lines"
get '.items[] | "    line \(.lineNumber): \(.text) → \(.reason)"'

step "It writes a letter, sends itself a test, then sends it"
LETTER=$(jq -n '{schema: "page/1", lang: "fr", blocks: [
  {id: "b1", type: "text", v: 1, markdown: "Bonjour,\n\n**Samedi, on plante** : qui apporte une pelle ?\n\nRendez-vous à 14 h, près de la fontaine."}]}')
call POST /api/mailing/campaign "$(jq -n --arg c "$LETTER" --arg l "$LIST" '{subject: "Samedi, on plante : qui apporte une pelle ?", content: $c, listIds: [$l]}')"
CAMPAIGN=$(get .id)
call GET "/api/mailing/campaign/$CAMPAIGN/preflight"
expect "people who will receive it" "$(get .recipients)" 182
get '.items[] | "    \(.level): \(.message)"'
expect "nothing in the way" "$(get .canSend)" true
call POST "/api/mailing/campaign/$CAMPAIGN/send-test" '{}'
say "test sent to $(get '.sentTo | join(", ")')"
call GET "/api/mailing/campaign/$CAMPAIGN"
call POST "/api/mailing/campaign/$CAMPAIGN/send" "$(jq '{concurrencyStamp}' "$BODY")"
wait_until "/api/mailing/campaign/$CAMPAIGN" '.status == "Sent"' "the sending"
expect "letters handed over" "$(get '.counts.accepted + .counts.delivered')" 182
expect "letters in doubt or refused" "$(get '.counts.inDoubt + .counts.refused + .counts.queued')" 0

step "A learner takes a lesson; its exercise is ticked because the page really is online"
OURS=$SPACE SPACE= # the hub's catalogue, not the space's own
call GET /api/learning/catalogue
COURSE=$(get '.items[0].slug')
say "course: $(get '.items[0] | "\(.title), \(.lessons | length) lessons, \(.minutes) minutes"')"
LESSON=$(get '[.items[0].lessons[] | select(.hasTask)][0].slug')
[ "$LESSON" != null ] || fail "no lesson has an exercise"
call GET "/api/learning/catalogue/lesson?course=$COURSE&lesson=$LESSON"
LESSON_ID=$(get .lesson.id)
say "lesson: $(get .lesson.title), $(get '.questions.questions | length') questions"
call POST "/api/learning/catalogue/$LESSON_ID/check-task" "$(jq -n --arg s "$ASSOCIATION_ID" '{spaceId: $s}')"
get '.findings[] | "    missing: \(.message)"'
expect "exercise done" "$(get .passed)" true

step "Its trainer makes a course with questions from a GIFT file"
SPACE=$OURS
call POST /api/learning/course '{"title": "Écrire une lettre que l’on lit", "summary": "Dix minutes.", "language": "fr"}'
call POST /api/learning/lesson "$(jq -n --arg c "$(get .id)" '{courseId: $c, title: "Une lettre, une demande", minutes: 10}')"
call POST /api/learning/question/import "$(jq -n --arg l "$(get .id)" --rawfile g "$SAMPLES/questions.gift" '{lessonId: $l, gift: $g}')"
say "$(get .created) questions taken, $(get '.issues | length') refused"
get '.issues[] | "    line \(.line): \(.message)"'
[ "$(get .created)" -gt 0 ] || fail "no question was taken"

step "It shares a guide: a Markdown file, proposed to the library"
call POST /api/library/guide/import "$(jq -n --rawfile m "$SAMPLES/guide-world-cafe.md" '{markdown: $m}')"
GUIDE=$(get .id)
say "$(get .title): $(get '.card.steps | length') steps, $(get .card.durationMinutes) minutes, $(get .licence)"
call POST "/api/library/guide/$GUIDE/submit" '{"summary": "Première version"}'
expect "state" "$(get .state)" Submitted

step "A curator publishes it for all"
if [ "$IS_OPERATOR" = true ]; then as jeanne; else
  as curator; session
  send POST /api/associations/session -H "Content-Type: application/json" --data-binary \
    "$(jq -n --arg e "${CURATOR_EMAIL:-samira@capacitoyenne.localhost}" --arg p "${CURATOR_PASSWORD:-une-heure-au-jardin}" '{email: $e, password: $p}')"
  [ "$STATUS" -lt 400 ] || fail "no curator: give CURATOR_EMAIL and CURATOR_PASSWORD"
  session
fi
call GET "/api/library/guide-curation?maxResultCount=1000"
PROPOSAL=$(jq -r --arg o "Les Amis du square $RUN" '[.items[] | select(.ownerName == $o)][0].id' "$BODY")
call POST "/api/library/guide-curation/$PROPOSAL/publish"
GUIDE_PATH=$(get .commonsPath)
expect "state" "$(get .state)" Published
say "at $URL$GUIDE_PATH"
curl -sS -o "$WORK/guide.html" -w '    page: %{http_code}, %{size_download} bytes\n' "$URL$GUIDE_PATH"
grep -q 'application/ld+json' "$WORK/guide.html" || fail "the guide's page has no data for search engines"

step "Somebody looks for it, with other words than its author's"
as visitor
call GET "/api/library/commons-public?query=$(jq -rn '"facilitateurs des habitantes"|@uri')"
say "« facilitateurs des habitantes »: $(get .totalCount) guide(s), first: $(get '.items[0].title')"
[ "$(jq -r --arg p "$GUIDE_PATH" 'any(.items[]; .path == $p)' "$BODY")" = true ] || fail "the search did not find it"

step "Another association adapts it in one click, attribution included"
sign_up awa "Les Jardins du canal $RUN" "Awa Diallo"
call POST /api/library/guide/adapt "$(jq -n --arg s "${GUIDE_PATH##*/}" '{slug: $s, kind: "Adapted"}')"
say "$(get '.attributions[0].text')"
expect "licence kept" "$(get .licence)" CC-BY-SA-4.0
as visitor
call GET "/api/library/commons-public/by-slug?slug=${GUIDE_PATH##*/}"
say "the guide now says: adapted by $(get .adaptationCount) association(s)"

printf '\n\033[1;32mThe main job works: %d steps.\033[0m\n' "$STEP"
