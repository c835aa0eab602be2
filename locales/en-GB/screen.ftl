### Words of the kit and the shell. Sentence case, plain verbs, no exclamation marks.
### A file screen-<concept>.ftl beside this one holds the words of that concept's screens.

## Dates
date-none = Not recorded
date-month = { $month } { $year }
date-long = { $weekday } { $day } { $month } { $year }
month-short =
    { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
month-long =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
weekday =
    { $weekday ->
        [0] Sunday
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
       *[6] Saturday
    }

## Failures of the way to the desk
failure-timeout = No answer from this computer’s records for 30 seconds. What you typed is still here. Press the button again.
failure-host = The records could not be reached. What you typed is still here. Close Needlepoint and open it again.

## Kit
kit-error = Error:
kit-no = No
kit-no-key = N
kit-yes = Yes
kit-yes-key = Y
key-enter = Enter
key-escape = Esc
key-page-up = Page Up
key-down = Down
key-left = Left
key-page-down = Page Down
key-right = Right
key-space = Space
key-up = Up
kit-close = Close
kit-saved = Saved { $at }
kit-saving = Saving
kit-show-password = Show
kit-shortcuts = Keys on this screen

## Shell
shell-actions = Actions
shell-dark = Dark colours
shell-light = Light colours
shell-lock = Lock
shell-next-region = Next part of the screen
shell-places = Places
shell-shortcuts = Show keys
shell-signed-in = Signed in: { $name }
place-today = Today
place-clients = Clients
place-journal = Journal
place-settings = Settings

## Client banner
banner-age = ({ $years }y)
banner-alerts =
    { $n ->
        [one] { $n } alert
       *[other] { $n } alerts
    }
banner-allergies-known = Known allergies
banner-allergies-none = No known allergies
banner-allergies-unavailable = Allergies unavailable
banner-allergies-unrecorded = Allergies not recorded
banner-born = Born
banner-fitzpatrick = Fitzpatrick
banner-gender = Gender
banner-label = Client
banner-not-known = Not known
banner-number = Client No.
banner-preferred = Preferred name
banner-type = Type { $type }
gender-female = Female
gender-male = Male
gender-other = Other

## Kit, fields and messages
kit-date-hint = For example, 15 3 1984
kit-date-no-such-day = That month has no such day. Check the day and the month.
kit-date-wrong-day = The day is a number from 1 to 31.
kit-date-wrong-month = The month is a number from 1 to 12, or a name such as Mar or March.
kit-date-wrong-year = The year needs 4 figures, such as 1984.
kit-day = Day
kit-dismiss = Dismiss
kit-errors =
    { $n ->
        [one] 1 thing to put right
       *[other] { $n } things to put right
    }
kit-month = Month
kit-open-tab = Open { $tab }
kit-pin-short = A PIN has 4 to 8 digits. Type it again.
kit-step-done = done
kit-step-stopped = stopped
kit-step-todo = to do
kit-undo = Undo
kit-year = Year

## Kit, signature and chart of dates
kit-accept = Accept
kit-caps-lock = Caps Lock is on.
kit-clear = Clear
kit-drawn = Drawn, not accepted yet
kit-lane = { $what }: { $when }
kit-lanes-key = Hatched: wait
kit-not-drawn = Nothing drawn yet
kit-signed = Signed
kit-today = today

## Treatment map
endpoint-even-redness = Even redness
endpoint-pink = Pink
endpoint-pinpoint-bleeding = Pinpoint bleeding
map-clear = Clear
map-clients-left = Client’s left
map-clients-right = Client’s right
map-depth = Depth { $mm } mm
map-depths = Depth in millimetres
map-depths-short = Depth, mm
map-key-deeper = Deeper by 0.25 mm
map-key-down = Zone below
map-key-endpoint = Next endpoint, of the selection or of every charted zone
map-key-extend-down = Also take the zone below
map-key-extend-left = Also take the zone to the left
map-key-extend-right = Also take the zone to the right
map-key-extend-up = Also take the zone above
map-key-fewer-passes = One pass fewer
map-key-left = Zone to the left in the picture
map-key-mirror = Copy to the other side
map-key-more-passes = One more pass
map-key-right = Zone to the right in the picture
map-key-shallower = Less deep by 0.25 mm
map-key-up = Zone above
map-key-zoom = Zoom the map
map-label = Face and neck treatment map, front view
map-millimetres =
    { $mm ->
        [1] millimetre
       *[other] millimetres
    }
map-orbits = Eyelids: no needling
map-over-cap = over cap
map-zone-depth =
    { $mm ->
        [1] 1 millimetre
       *[other] { $mm } millimetres
    }
map-zone-empty = { $zone }, not treated
map-zone-over = over the cap of { $mm } mm
map-zone-passes =
    { $n ->
        [one] 1 pass
       *[other] { $n } passes
    }
map-zone-planned = { $zone }, planned, not treated
zone-cheek-lateral = Lateral cheek
zone-cheek-medial = Medial cheek
zone-chin = Chin
zone-crowsfeet = Crow’s feet
zone-decollete = Décolleté
zone-forehead = Forehead
zone-forehead-centre = Forehead centre
zone-glabella = Glabella
zone-jawline = Jawline
zone-left = { $zone }, left
zone-neck = Neck
zone-nose = Nose
zone-perioral = Upper lip
zone-periorbital = Under-eye
zone-right = { $zone }, right
zone-temple = Temple
zone-upper-lip = Upper lip
