# What a sealed PDF says about itself.

seal-whole = Whole: not one byte was changed since the last seal.
seal-none = There is no seal in this file, so it cannot be said whether it was changed.
seal-damaged = Damaged: this file is not what was sealed.
seal-place-page = Changed on page { $page } (bytes { $from } to { $to }).
seal-place-font = Changed in a font (bytes { $from } to { $to }). Letters may not be what they seem.
seal-place-attachment = Changed in the attached record (bytes { $from } to { $to }).
seal-place-tags = Changed in what screen readers are told (bytes { $from } to { $to }).
seal-place-metadata = Changed in what the file says about itself (bytes { $from } to { $to }).
seal-place-seal = Changed in the seal (bytes { $from } to { $to }).
seal-place-added = Something was added after the last seal (bytes { $from } to { $to }).
seal-place-missing = The end of the file is missing (bytes { $from } to { $to }).
seal-place-other = Changed between the bytes { $from } and { $to }.
seal-by = Sealed with a certificate in the name of { $clinic }. Its fingerprint (SHA-256): { $certificate }
seal-meaning = A seal shows whether a file was changed. It does not prove who the clinic is or what time it was: compare the fingerprint with the one the clinic gives out.
