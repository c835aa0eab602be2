### Pages that were signed on paper and come back as photos or scans.

signed-title = Signed pages
signed-what = Choose the photos or scans of a consent that was printed here and signed in ink. Each page says by its code whose it is. Nothing is filed before you have confirmed it.
signed-choose = Choose photos or scans
signed-choose-more = Add pages
signed-forget = Forget these pages
signed-files = { $n ->
    [one] One file
   *[other] { $n } files
}
signed-file = File { $file }
signed-file-alt = Small picture of { $file }
signed-file-out = Take out
signed-page-at = Page { $at } of the file
signed-say = Which page is it?
signed-say-choose = Choose
signed-say-page = Page { $page }
signed-say-none = None of the document
signed-whose = Whose pages are these?
signed-whose-what = No code could be read. Choose the client and the document by what the paper says: name, number, document number.
signed-client = Client
signed-document = Document
signed-document-choose = Choose the document
signed-document-none = This client has no consent that was printed here.
signed-of = { $number }, { $pages ->
    [one] one page
   *[other] { $pages } pages
}
signed-when = What stands on the paper
signed-signer = Signed by { $name }
signed-signer-guardian = Signed for the client by { $name }
signed-on = Day of the signature
signed-time = Time of the signature
signed-time-hint = As on the paper, for example 14:35
signed-time-missing = Type the time on the paper, for example 14:35.
signed-day-missing = Type the day on the paper.
signed-initials = { $n ->
    [one] The box for initials is filled
   *[other] All { $n } boxes for initials are filled
}
signed-mark = The client made a mark and wrote no name
signed-others = Who else signed the paper
signed-relation = What the person is to the client
signed-copies = A copy for the client is noted as owed until it is given.
signed-confirm-counts = Confirms that this client has signed this paper
signed-confirm-kept = Confirms that these are the pages of this document
signed-file-counts = File as the signed consent
signed-file-kept = File the pages
signed-filed-counts = { $number } is filed as the signed consent.
signed-filed-kept = The pages of { $number } are filed.
signed-to-visit = To the visit
signed-to-client = To the client’s papers
