# The journal's screen.

journal-anchors = It was held against { $n ->
    [one] one number
   *[other] { $n } numbers
 } kept in { $folder }.
journal-any-kind = Any kind
journal-anybody = Anybody
journal-anything = Anything
journal-check = Check the journal
journal-client = Client
journal-clock = The clock was put back
journal-done = Done
journal-from = From
journal-kind = Kind of record
journal-more = Show older entries
journal-narrow = Which entries
journal-newest = Entries, newest first
journal-none = No entry fits. Take something out of the choice and show the entries again.
journal-number = Entry
journal-reason = Reason
journal-show = Show entries
journal-to = To
journal-when = When
journal-who = Who

role-admin = Administrator
role-assistant = Assistant
role-automation = Automation
role-practitioner = Practitioner
role-prescriber = Prescriber
