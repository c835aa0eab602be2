//! Sealed files: accepted by others, and every change found.

use lopdf::Object;
use paper::{
    Attachment, Document, Making, PaperError, Place, SealError, SealFacts, SealKey, Verdict, render, render_as, seal,
    verify,
};

use crate::documents;
use crate::reading::{Reading, name};

const FACTS: SealFacts<'_> =
    SealFacts { reason: "Consent recorded", name: "Clinic Lumen", at: documents::CREATED_AT + 60 };

fn key() -> SealKey {
    SealKey::new(&[7; 32], "Clinic Lumen", documents::CREATED_AT).expect("a key")
}

fn record() -> Attachment {
    Attachment {
        file_name: "record.json".to_owned(),
        media_type: "application/json".to_owned(),
        description: "The record this document was made from".to_owned(),
        bytes: br#"{"consent":"S-000417"}"#.to_vec(),
    }
}

fn plain(document: &Document) -> Vec<u8> {
    let attachments = [record()];
    render_as(document, &Making { attachments: &attachments, ..Making::default() }).expect("a document").bytes
}

fn sealed() -> Vec<u8> {
    seal(&plain(&documents::aftercare_sheet()), &key(), &FACTS).expect("a sealed file")
}

fn twice() -> Vec<u8> {
    let second = SealKey::new(&[9; 32], "Clinic Lumen, second seal", documents::CREATED_AT).expect("a key");
    seal(&sealed(), &second, &SealFacts { reason: "Withdrawn", ..FACTS }).expect("a second seal")
}

fn reading(bytes: Vec<u8>) -> Reading {
    let file = lopdf::Document::load_mem(&bytes).expect("a file that opens");
    Reading { pdf: paper::Pdf { bytes, n_pages: 0 }, file }
}

#[test]
fn a_sealed_file_is_whole_and_names_its_clinic() {
    let checked = verify(&sealed());
    assert_eq!(checked.verdict, Verdict::Whole, "nobody touched it");
    let [seal] = checked.seals.as_slice() else { panic!("one seal: {checked:?}") };
    assert_eq!(seal.clinic, "Clinic Lumen", "the certificate says whose");
    assert_eq!(Ok(seal.certificate_sha256.clone()), key().fingerprint(), "and can be compared with the clinic's own");
}

#[test]
fn what_was_there_is_still_there_to_the_byte() {
    let before = plain(&documents::aftercare_sheet());
    let after = seal(&before, &key(), &FACTS).expect("a sealed file");
    assert!(after.starts_with(&before), "a seal only adds");
    assert!(twice().starts_with(&after), "and so does the second");
}

#[test]
fn the_same_file_and_key_make_the_same_seal() {
    assert_eq!(sealed(), sealed(), "nothing here draws a random number or reads a clock");
}

#[test]
fn a_second_seal_covers_the_first() {
    let bytes = twice();
    let checked = verify(&bytes);
    assert_eq!(checked.verdict, Verdict::Whole, "both hold");
    let clinics: Vec<&str> = checked.seals.iter().map(|seal| seal.clinic.as_str()).collect();
    assert_eq!(clinics, ["Clinic Lumen", "Clinic Lumen, second seal"], "in the order they were set");
    assert!(checked.seals[0].n_bytes < checked.seals[1].n_bytes, "each says how much it covers");
    let reading = reading(bytes);
    let fields = reading.file.objects.values().filter_map(|object| object.as_dict().ok());
    let mut names: Vec<&[u8]> = fields
        .filter(|field| field.get(b"FT").is_ok())
        .filter_map(|field| field.get(b"T").and_then(Object::as_str).ok())
        .collect();
    names.sort_unstable();
    assert_eq!(names, [b"Seal1", b"Seal2"], "the fields have names of their own");
}

/// The verdict after one byte of a file was changed.
fn with_flipped(bytes: &mut [u8], at: usize, bits: u8) -> Verdict {
    bytes[at] ^= bits;
    let verdict = verify(bytes).verdict;
    bytes[at] ^= bits;
    verdict
}

#[test]
fn one_flipped_byte_anywhere_is_found() {
    let mut bytes = sealed();
    let n_document = plain(&documents::aftercare_sheet()).len();
    // Every byte the seal brought along, where a clever change would be made, and one in fifty of the document.
    let everywhere = (0..n_document).step_by(50).chain(n_document..bytes.len()).collect::<Vec<_>>();
    for at in everywhere {
        // 0x20 turns a digit a into A: another file that says the same to careless readers.
        for bits in [0x01, 0x20] {
            let verdict = with_flipped(&mut bytes, at, bits);
            assert_ne!(verdict, Verdict::Whole, "byte {at} of {} changed by {bits:#x}", bytes.len());
            assert_ne!(verdict, Verdict::Unsealed, "and a damaged seal is not called none: byte {at}");
        }
    }
}

#[test]
fn a_byte_flipped_under_two_seals_is_found() {
    let mut bytes = twice();
    for at in (0..bytes.len()).step_by(131) {
        assert_ne!(with_flipped(&mut bytes, at, 0x01), Verdict::Whole, "byte {at} of {}", bytes.len());
    }
}

/// The places of the damage after the middle byte of one stream was changed.
fn places_after_changing(bytes: &mut [u8], content: &[u8]) -> Vec<Place> {
    let at = bytes.windows(content.len()).position(|window| window == content).expect("the stream in the file");
    let changed = at + content.len() / 2;
    let damages = match with_flipped(bytes, changed, 0x01) {
        Verdict::Damaged(damages) => damages,
        Verdict::Whole | Verdict::Unsealed => Vec::new(),
    };
    assert!(damages.iter().any(|damage| damage.bytes.contains(&changed)), "byte {changed} is among {damages:?}");
    damages.into_iter().map(|damage| damage.place).collect()
}

#[test]
fn a_change_is_told_by_its_place() {
    let bytes = sealed();
    let file = reading(bytes.clone()).file;
    let pages = file.get_pages();
    let second = file.get_page_contents(pages[&2])[0];
    let content = |id| file.get_object(id).and_then(Object::as_stream).expect("a stream").content.clone();
    let mut bytes = bytes;
    assert!(places_after_changing(&mut bytes, &content(second)).contains(&Place::Page(2)), "the page is named");
    let attached = file.objects.iter().find_map(|(id, object)| {
        let stream = object.as_stream().ok()?;
        stream.dict.get_type().is_ok_and(|kind| kind == b"EmbeddedFile").then_some(*id)
    });
    let attached = content(attached.expect("the record"));
    assert!(places_after_changing(&mut bytes, &attached).contains(&Place::Attachment), "so is the record");
}

#[test]
fn what_is_added_or_cut_off_is_found() {
    let whole = sealed();
    let mut added = whole.clone();
    added.extend(b"\n% one more line\n");
    let places = |bytes: &[u8]| match verify(bytes).verdict {
        Verdict::Damaged(damages) => damages.into_iter().map(|damage| damage.place).collect(),
        Verdict::Whole | Verdict::Unsealed => Vec::new(),
    };
    assert_eq!(places(&added), [Place::Added], "even a comment after the end");
    assert_eq!(places(&whole[..whole.len() - 1]), [Place::Missing], "even the last line feed");
    let mut later = lopdf::IncrementalDocument::load_from(whole.as_slice()).expect("a file");
    later.new_document.add_object(lopdf::dictionary! { "Type" => "Annot" });
    let mut bytes = Vec::new();
    later.save_to(&mut bytes).expect("an update by another program");
    assert_ne!(verify(&bytes).verdict, Verdict::Whole, "an update by another program is not covered by the seal");
}

#[test]
fn a_seal_moved_to_another_file_does_not_hold() {
    let one = sealed();
    let n_one = plain(&documents::aftercare_sheet()).len();
    let mut other = plain(&documents::consent());
    other.extend(&one[n_one..]);
    assert!(matches!(verify(&other).verdict, Verdict::Damaged(_)), "a seal is for one file");
}

#[test]
fn a_file_without_a_seal_says_so() {
    assert_eq!(verify(&plain(&documents::consent())).verdict, Verdict::Unsealed, "nothing was promised");
    assert_eq!(verify(b"").verdict, Verdict::Unsealed, "and nothing holds none");
}

#[test]
fn only_a_file_made_here_is_sealed() {
    assert_eq!(seal(b"%PDF-1.7", &key(), &FACTS), Err(SealError::NotOurs), "no guessing about other files");
    assert_eq!(SealKey::new(&[0; 32], "Clinic", 0).map(|_| ()), Err(SealError::Key), "no key of zeros");
    assert_eq!(SealKey::new(&[7; 32], " ", 0).map(|_| ()), Err(SealError::NoClinic), "no seal without a name");
    assert_eq!(SealKey::new(&[7; 32], "Clinic", -1).map(|_| ()), Err(SealError::Instant), "no day before 1970");
}

#[test]
fn a_clinic_of_any_script_has_a_certificate() {
    let long = "Клиника Люмен الرباط 診所 ".repeat(9);
    let key = SealKey::new(&[7; 32], &long, documents::CREATED_AT).expect("a key");
    let facts = SealFacts { reason: "تم تسجيل الموافقة (1)", name: &long, ..FACTS };
    let sealed = seal(&plain(&documents::aftercare_sheet()), &key, &facts).expect("a sealed file");
    let checked = verify(&sealed);
    assert_eq!(checked.verdict, Verdict::Whole, "whatever the alphabet");
    assert_eq!(checked.seals[0].clinic, long.chars().take(64).collect::<String>(), "as much as a certificate holds");
}

#[test]
fn independent_readers_accept_both_seals() {
    let reading = reading(twice());
    if let Some(said) = reading.tool("pdfsig", &["FILE"]) {
        assert_eq!(said.matches("Signature is Valid.").count(), 2, "both signatures hold: {said}");
        assert!(said.contains("ETSI.CAdES.detached"), "in the form that was chosen: {said}");
        assert!(said.contains("Total document signed"), "and the last covers all of it: {said}");
    }
    if let Some(said) = reading.tool("qpdf", &["--check", "FILE"]) {
        assert!(said.contains("No syntax or stream encoding errors"), "qpdf reads it to the end: {said}");
    }
    let Some(text) = reading.copied_text() else { return };
    assert!(text.contains("Nguyễn Thị Ánh Tuyết"), "and the words are still there: {text}");
}

#[test]
fn an_attached_record_comes_out_as_it_went_in() {
    let reading = reading(plain(&documents::consent()));
    let catalogue = reading.catalogue();
    let associated = catalogue.get(b"AF").and_then(Object::as_array).expect("an associated file");
    assert_eq!(associated.len(), 1, "the record");
    let specification = reading.file.dereference(&associated[0]).expect("it").1.as_dict().expect("a dictionary");
    assert_eq!(name(specification, "AFRelationship"), "Data", "it says what it is to the document");
    let embedded = reading.dictionary(specification, "EF").get(b"F").and_then(Object::as_reference).expect("the file");
    let embedded = reading.file.get_object(embedded).and_then(Object::as_stream).expect("a stream");
    assert_eq!(embedded.get_plain_content().expect("its bytes"), record().bytes, "byte for byte");
    let metadata = catalogue.get(b"Metadata").and_then(Object::as_reference).expect("metadata");
    let metadata = reading.file.get_object(metadata).and_then(Object::as_stream).expect("a stream");
    let metadata = String::from_utf8_lossy(&metadata.content);
    assert!(metadata.contains("<pdfaid:part>3<"), "only the third part of PDF/A allows attachments");
    if let Some(listed) = reading.tool("pdfdetach", &["-list", "FILE"]) {
        assert!(listed.contains("record.json"), "readers offer it: {listed}");
    }
}

#[test]
fn attached_files_need_plain_names_of_their_own() {
    let document = documents::aftercare_sheet();
    let named = |name: &str| Attachment { file_name: name.to_owned(), ..record() };
    for attachments in [vec![named("a.json"), named("a.json")], vec![named("")], vec![named("../a")], vec![named("é")]]
    {
        let made = render_as(&document, &Making { attachments: &attachments, ..Making::default() });
        assert_eq!(made.map(|pdf| pdf.n_pages), Err(PaperError::AttachmentName), "{attachments:?}");
    }
}

#[test]
fn a_document_without_attachments_is_the_same_file_as_before() {
    let document = documents::aftercare_sheet();
    assert_eq!(render(&document), render_as(&document, &Making::default()), "one way to make a document");
}

#[test]
fn a_file_sealed_long_ago_is_still_whole() {
    let kept = verify(include_bytes!("documents/sealed.pdf"));
    assert_eq!(kept.verdict, Verdict::Whole, "a later program must not forget how an earlier one sealed");
    assert_eq!(kept.seals.len(), 1, "by its one seal");
}
