# What is said about one barcode: why it cannot be read, and what to know when it can.

## Why it cannot be read, and what to do

scan-check-digit = The check digit of the trade item number is wrong, so nothing is taken over. Scan again, or type the digits under the barcode.
scan-contradiction = Field { $field } comes twice with different values, so nothing is taken over. Scan one label at a time, or type the values.
scan-value = Field { $field } holds a value it may not hold, so nothing is taken over. Scan again, or type the text under the barcode.
scan-unknown = This text cannot be read as a barcode of a medical item. Scan again, or type it with brackets: (01)…(17)…(10)….
scan-keyboard-layout = The scanner types for another keyboard layout than this computer’s. Set the scanner to the layout of the computer, or to a layout-independent mode, then scan again.
scan-ambiguous = Separators are missing, and the text can be read in more than one way. Type it with brackets, (01)…(10)…, and set the scanner to send the separator GS.
scan-hibc-check = The check character of this HIBC code is wrong, so nothing is taken over. Scan again, or type lot and expiry from the label.
scan-hibc-format = This HIBC code does not follow a known format, so nothing is taken over. Scan again, or type lot and expiry from the label.

## What to know when it can be read

barcode-byte-order-mark = A byte order mark was dropped to read this. Compare with the label.
barcode-line-end = Line ends were dropped to read this. Compare with the label.
barcode-mapped-separator = The scanner sends another character for the separator GS; it was turned back. Compare with the label.
barcode-leading-separator = A separator before the first field was dropped to read this. Compare with the label.
barcode-doubled-separator = Separators in a row were taken for one. Compare with the label.
barcode-dropped-separator = The scanner sends no separators; they were put back in the only way that can be read. Compare with the label, and set the scanner to send the separator GS.
barcode-missing-companion = Field { $field } came without a field it belongs to ({ $needs }). If the label has a second barcode, scan that one, too.
barcode-not-together = Fields { $field } and { $other } should not stand on one item. Compare with the label.
barcode-swallowed-fields = Field { $field } ends with “{ $tail }”, which looks like further fields. Compare with the label, and set the scanner to send the separator GS.
barcode-may-be-trade-item = These 13 digits are also an article number (EAN-13). If they are, let the scanner send its symbology prefix, or type (01)0 before them.
barcode-unverified = Read by a format that was not verified ({ $formats }). Compare every value with the label.
barcode-product-missing = This is the second HIBC code of a label and names no product. Scan the first one, too.
barcode-kept-as-text = This is a code of another system; it is kept as text and nothing is taken over.
barcode-expired = This item expired on { $day }; do not use it.
barcode-expires-soon = This item expires on { $day }, { $days ->
    [0] today
    [one] in one day
   *[other] in { $days } days
 }.

## Fields of GS1, by application identifier

field-00 = Logistic unit number (SSCC)
field-01 = Trade item number (GTIN)
field-02 = Trade item number of the content
field-10 = Lot
field-11 = Production date
field-13 = Packaging date
field-15 = Best before
field-17 = Expiry date
field-20 = Variant
field-21 = Serial number
field-22 = Consumer product variant
field-30 = Count
field-37 = Count of the content
field-235 = Third-party serial number
field-240 = Additional product number
field-241 = Customer part number
field-250 = Secondary serial number
field-710 = National number, Germany (PZN)
field-711 = National number, France (CIP)
field-712 = National number, Spain (CN)
field-713 = National number, Brazil (DRN)
field-714 = National number, Portugal (AIM)
field-715 = National number, United States (NDC)
field-716 = National number, Italy (AIC)
field-7003 = Expiry date and time
field-8008 = Production date and time
field-8012 = Software version

## Parts of HIBC

part-labeler = Labeler
part-product = Product or catalogue number
part-unit_of_measure = Unit of measure
part-quantity = Quantity
part-expires_on = Expiry date
part-produced_on = Production date
part-lot = Lot
part-serial = Serial number
part-link = Check character of the first code
