### Words of consents: who signs beside the client, copies, the client's file, and a visit under the wrong client.

## While it is signed
consent-mark = The client does not write and draws a mark
consent-adds = This form adds to the consent of { $day }. That one stays as it is.
consent-electronic-before = The client has agreed before: “{ $sentence }”
consent-needs-electronic = The client has not agreed to the electronic record.
consent-needs-witness = A typed name or a mark needs a witness.
consent-needs-interpreter = The client reads another language: add the interpreter.
consent-needs-cosigner = Fill in everybody who signs beside the client, or take them out.
cosigner-title = Who signs beside the client
cosigner-witness = Witness
cosigner-interpreter = Interpreter
cosigner-user = Somebody of the clinic
cosigner-nobody = Nobody of the clinic
cosigner-secret = Password of the witness
cosigner-secret-hint = Typed by the witness. You stay signed in.
cosigner-name = Full name
cosigner-relation = What the person is to the client
cosigner-relation-hint = For example sister, carer, interpreter of the service
cosigner-spoken = Language spoken with the client
cosigner-signature = Signature
cosigner-typed = Name, typed by the person
cosigner-drop = Take out again
cosigner-add-witness = Add a witness
cosigner-add-interpreter = Add an interpreter

## Copies
copy-print = Print the copy
copy-save = Save the copy
copy-decline = Declined
copy-more = And { $n } more in the clients’ documents.

## In the client's file
consents-title = Consents
consents-none = No consent has been signed or refused.
consents-standing = Signed
consents-expired = Signed too long ago
consents-withdrawn = Taken back
consents-refused = Refused
consents-wrong-client = Signed by another client
consents-signed = { $at }, taken by { $name }.
consents-added = { $at }, added to an earlier one, taken by { $name }.
consents-reason = Reason: { $reason }
consents-addendum = Correction of { $at } by { $name }:
consents-withdraw = Take back
consents-withdraw-what = Nothing more is done under this consent, and the next treatment is asked for anew. The consent stays in the file.
consents-withdraw-reason = Why, in the client’s words
consents-withdraw-hint = May stay empty: nobody has to give a reason.
consents-withdraw-file = Take the consent back
consents-correct = Add a correction
consents-correct-what = The consent itself is not changed. The correction stands beside it.
consents-correct-text = What is corrected
consents-correct-reason = Why
consents-correct-file = File the correction
consents-back = Leave it as it is

## Wrong client
wrong-title = Wrong client
wrong-begin = This visit is somebody else’s
wrong-what-open = The plan and what was charted move to the right client. Answers and consents stay: the right client is asked and signs anew.
wrong-what-signed = A signed visit is not changed. Both files say whose it is, and the rules count it for the right client.
wrong-right-client = The right client
wrong-reason = How it was noticed
wrong-move = Move the visit
wrong-mark = Mark the visit in both files
wrong-needs-client = Choose the right client.
wrong-recorded-here = Visit { $number } was recorded here by mistake. It belongs to { $other }.
wrong-belongs-here = Visit { $number } belongs here. It was recorded under { $other }.
wrong-by = { $at }, { $name }: { $reason }
wrong-open-other = Open the other file
