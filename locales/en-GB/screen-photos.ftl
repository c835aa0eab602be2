### Photos and papers of a client.

client-photos = Photos and papers
photo-photos = Photos
photo-choose = Add photos
photo-none = No photos yet. Add the first ones from the camera or telephone: front, both half turned, both sides.
photo-alt = { $what }, { $day }
photo-withdrawn = Withdrawn
photo-withdrawn-why = Withdrawn by { $who }: { $reason }
photo-refused =
    { $n ->
        [one] One file was not taken
       *[other] { $n } files were not taken
    }
photo-waiting =
    { $n ->
        [one] One file waits to be filed
       *[other] { $n } files wait to be filed
    }
photo-waiting-what = Say what each shows. Until then nothing is filed, and a lock of the screen forgets it.
photo-waiting-of = File { $file }
photo-waiting-alt = Small picture of { $file }
photo-view = Taken from
photo-view-missing = Choose from where it was taken.
photo-zone = Zone
photo-zone-none = The whole view
photo-side = Client’s side
photo-side-missing = Choose the client’s side.
photo-left = Left
photo-right = Right
photo-middle = Middle
photo-taken-on = Taken on
photo-taken-time = Clock time
photo-time-hint = For example 14:05; may stay empty
photo-camera-hint = The camera says { $day }. Change it if its clock is wrong.
photo-day-missing = Write the day it was taken.
photo-at-visit = Visit
photo-no-visit = Not at a visit
photo-visit-of = { $number }, { $day }
photo-scope = What the client allows
photo-scope-hint = More than the record only with the client’s consent for it.
photo-scope-missing = Choose what the client allows.
photo-scope-now = This photo may be used for
photo-file = File photo
photo-discard = Discard
photo-back = All photos and papers
photo-added = Added by
photo-beside = Put beside it
photo-beside-none = Nothing
photo-beside-of = { $what }, { $day }
photo-withdraw-title = Withdraw
photo-withdraw-what = It is then neither shown nor handed out. This cannot be undone.
photo-withdraw-reason = Why it is withdrawn
photo-withdraw = Withdraw for good
photo-hand-out = Hand photos out
photo-hand-out-what = One ZIP file with the photos the client allows for it, without name, number or date. What leaves is written into the journal.
photo-hand-out-for = What for
photo-use-teaching = Teaching
photo-use-publication = Publication
photo-handed-out = Photos saved as { $file }
photo-left-out =
    { $n ->
        [0] All photos of the client left with it.
        [one] One photo stayed behind: withdrawn, or not allowed for this.
       *[other] { $n } photos stayed behind: withdrawn, or not allowed for this.
    }

scan-papers = Papers
scan-choose = Add scans
scan-none = No papers yet. Add scans of what came on paper: JPEG, PNG, TIFF or PDF, kept exactly as received.
scan-size = { $format }, { $kilobytes } KB
scan-kind = What kind of paper
scan-kind-missing = Choose what kind of paper it is.
scan-title = What it is called
scan-title-hint = For example, Letter from Dr. Lind
scan-file = File paper
scan-alt = First page of { $title }
scan-not-drawn = A PDF somebody else made is not opened here. Save a copy to read it.
scan-save = Save a copy
scan-saved = Saved as { $file }

client-exported-left-out =
    { $n ->
        [one] One photo or paper was withdrawn and stayed behind. The file says which and why.
       *[other] { $n } photos or papers were withdrawn and stayed behind. The file says which and why.
    }
