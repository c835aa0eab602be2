//! Photos of a client and scans of paper, from the file somebody chose to what leaves the practice.

use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use desk::wire::FailureCode;
use serde_json::{Value, json};

use crate::clinic::{PASSWORD, Practice};

/// A picture somebody might choose: `name`, of one colour, so that two are told apart.
pub(crate) fn png(practice: &Practice, name: &str, grey: u8) -> Result<PathBuf> {
    let path = practice.folder.path().join(name);
    let mut encoder = png::Encoder::new(std::fs::File::create(&path)?, 320, 240);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.add_text_chunk("Comment".to_owned(), "taken at 12 Harbour Street".to_owned())?;
    encoder.write_header()?.write_image_data(&vec![grey; 320 * 240 * 3])?;
    Ok(path)
}

/// A paper somebody might choose.
pub(crate) fn pdf(practice: &Practice) -> Result<PathBuf> {
    let path = practice.folder.path().join("letter.pdf");
    std::fs::write(&path, b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nstartxref\n9\n%%EOF\n")?;
    Ok(path)
}

pub(crate) fn choose(practice: &Practice, client: &str, files_for: &str, files: Vec<PathBuf>) -> Result<Value> {
    *practice.machine.files.lock().unwrap() = files;
    practice.call("files_choose", json!({ "client": client, "files_for": files_for }))
}

pub(crate) fn photo(client: &str, token: &Value, scope: &str) -> Value {
    json!({
        "client": client, "token": token, "visit": null, "zone": { "zone": "z.cheek_medial", "side": "left" },
        "view": "left_side", "taken_on": "2026-11-20", "taken_time": "13:45", "scope": scope,
    })
}

/// Chooses and files one photo; gives its id.
fn filed(practice: &Practice, client: &str, grey: u8, scope: &str) -> Result<Value> {
    let chosen = choose(practice, client, "photos", vec![png(practice, "photo.png", grey)?])?;
    let token = &chosen["sheet"]["waiting"][0]["token"];
    let sheet = practice.call("photo_add", photo(client, token, scope))?;
    let newest = sheet["photos"].as_array().context("photos")?.iter().max_by_key(|row| row["id"].to_string());
    Ok(newest.context("no photo")?["id"].clone())
}

fn shown(practice: &Practice, url: &Value) -> Result<Vec<u8>, desk::wire::FailureView> {
    practice.desk.picture(url.as_str().unwrap().trim_start_matches("photo://localhost/"))
}

/// Acts and screens of the client's journal, the newest first.
fn journal(practice: &Practice, client: &str) -> Result<Vec<(String, String)>> {
    let view = practice.call("client_journal", json!({ "client": client, "before": null }))?;
    let row = |row: &Value| (row["act"].as_str().unwrap().to_owned(), row["what"].as_str().unwrap().to_owned());
    Ok(view["rows"].as_array().context("rows")?.iter().map(row).collect())
}

/// Everything in an export, by name.
fn export(practice: &Practice, command: &str, request: Value) -> Result<(Value, Vec<u8>)> {
    let target = practice.folder.path().join("export.zip");
    *practice.machine.export.lock().unwrap() = Some(target.clone());
    let view = practice.call(command, request)?;
    Ok((view, std::fs::read(target)?))
}

fn names(zip: &[u8], name: &str) -> bool {
    zip.windows(name.len()).any(|window| window == name.as_bytes())
}

#[test]
fn a_chosen_photo_waits_is_filed_and_comes_back_clean() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let client = practice.new_client()?;
    let chosen = choose(&practice, &client, "photos", vec![png(&practice, "photo.png", 90)?])?;
    ensure!(chosen["sheet"]["photos"] == json!([]), "nothing is filed before somebody says what it shows");
    let waiting = &chosen["sheet"]["waiting"][0];
    ensure!(waiting["file_name"] == "photo.png", "the person finds the file again: {waiting}");
    ensure!(shown(&practice, &waiting["thumbnail_url"]).is_ok(), "and sees what it is");
    let sheet = practice.call("photo_add", photo(&client, &waiting["token"], "record"))?;
    let row = &sheet["photos"][0];
    ensure!(sheet["waiting"] == json!([]) && row["zone_words"] == "Medial cheek, left", "it is filed: {row}");
    ensure!(row["taken_on"] == "2026-11-20" && row["taken_time"] == "13:45", "as the person said: {row}");
    let open = practice.call("photo_open", json!({ "photo": row["id"] }))?;
    let jpeg = shown(&practice, &open["url"]).map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
    ensure!(jpeg.starts_with(b"\xff\xd8\xff") && !names(&jpeg, "Harbour"), "a plain picture, and nothing else of it");
    Ok(())
}

#[test]
fn what_is_no_photo_is_refused_in_one_sentence_and_leaves_nothing() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let client = practice.new_client()?;
    let text = practice.folder.path().join("holiday.jpg");
    std::fs::write(&text, b"This is a letter.")?;
    let cut = practice.folder.path().join("cut.png");
    let whole = std::fs::read(png(&practice, "whole.png", 5)?)?;
    std::fs::write(&cut, &whole[..whole.len() / 2])?;
    let gone = practice.folder.path().join("gone.png");
    let chosen = choose(&practice, &client, "photos", vec![text, cut, gone, pdf(&practice)?])?;
    ensure!(chosen["sheet"]["waiting"] == json!([]), "none of them waits");
    let refused = chosen["refused"].as_array().context("refused")?;
    ensure!(refused.len() == 4, "each is named: {refused:?}");
    for row in refused {
        ensure!(row["words"].as_str().is_some_and(|words| words.ends_with('.')), "with what to do: {row}");
    }
    let media = practice.folder.path().join("vault/media");
    ensure!(!media.exists() || std::fs::read_dir(media)?.next().is_none(), "nothing of them is on the disk");
    Ok(())
}

#[test]
fn a_scan_is_kept_byte_for_byte_and_a_pdf_is_never_drawn() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let client = practice.new_client()?;
    let files = vec![pdf(&practice)?, png(&practice, "page.png", 240)?];
    let received = files.iter().map(std::fs::read).collect::<std::io::Result<Vec<_>>>()?;
    let chosen = choose(&practice, &client, "scans", files)?;
    for waiting in chosen["sheet"]["waiting"].as_array().context("waiting")? {
        let request = json!({ "client": client, "token": waiting["token"], "kind": "referral_letter", "title": waiting["file_name"] });
        practice.call("scan_add", request)?;
    }
    let sheet = practice.call("photos_view", json!({ "client": client }))?;
    for row in sheet["scans"].as_array().context("scans")? {
        let is_pdf = row["format"] == "PDF";
        let open = practice.call("scan_open", json!({ "scan": row["id"] }))?;
        ensure!(open["url"].is_null() == is_pdf, "a PDF is saved and opened elsewhere: {open}");
        let target = practice.folder.path().join("copy");
        *practice.machine.export.lock().unwrap() = Some(target.clone());
        practice.call("scan_save", json!({ "scan": row["id"] }))?;
        ensure!(std::fs::read(target)? == received[usize::from(!is_pdf)], "the copy is the file that was received");
    }
    let saves = journal(&practice, &client)?.iter().filter(|(act, _)| act == "save").count();
    ensure!(saves == 2, "and each copy is an entry: {saves}");
    Ok(())
}

#[test]
fn the_sheet_is_one_look_and_each_photo_another() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let client = practice.new_client()?;
    filed(&practice, &client, 10, "record")?;
    filed(&practice, &client, 20, "record")?;
    let sheet = practice.call("photos_view", json!({ "client": client }))?;
    for row in sheet["photos"].as_array().context("photos")? {
        ensure!(shown(&practice, &row["thumbnail_url"]).is_ok(), "each thumbnail is there");
    }
    practice.call("photo_open", json!({ "photo": sheet["photos"][0]["id"] }))?;
    let looks: Vec<_> = journal(&practice, &client)?.into_iter().filter(|(act, _)| act == "open").collect();
    let of = |what: &str| looks.iter().filter(|(_, screen)| screen == what).count();
    ensure!(of("Photos and papers") == 1 && of("Photo") == 1, "two looks: {looks:?}");
    Ok(())
}

#[test]
fn no_picture_is_given_without_its_look() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let client = practice.new_client()?;
    let id = filed(&practice, &client, 10, "record")?;
    // The page asks for the bytes without having opened anything.
    ensure!(shown(&practice, &json!(format!("photo/{}", id.as_str().unwrap()))).is_ok(), "it gets them");
    let journal = journal(&practice, &client)?;
    ensure!(journal.contains(&("open".to_owned(), "Photo".to_owned())), "and the look is written down: {journal:?}");
    Ok(())
}

#[test]
fn a_locked_or_restricted_record_shows_no_picture() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let client = practice.new_client()?;
    let id = filed(&practice, &client, 10, "record")?;
    practice.call("client_restrict", json!({ "client": client, "reason": "She is a colleague of ours" }))?;
    for path in ["thumbnail", "photo"] {
        let refused = shown(&practice, &json!(format!("{path}/{}", id.as_str().unwrap()))).unwrap_err();
        ensure!(refused.code == FailureCode::Restricted, "{path} of a restricted client: {refused:?}");
    }
    for (command, request) in [
        ("photos_view", json!({ "client": client })),
        ("photo_open", json!({ "photo": id })),
        ("photo_withdraw", json!({ "photo": id, "reason": "No reason" })),
        ("files_choose", json!({ "client": client, "files_for": "photos" })),
    ] {
        let refused = practice.refused(command, request);
        ensure!(refused.code == FailureCode::Restricted, "{command}: {refused:?}");
    }
    practice.call("vault_lock", json!({}))?;
    let refused = shown(&practice, &json!(format!("photo/{}", id.as_str().unwrap()))).unwrap_err();
    ensure!(refused.code == FailureCode::Locked, "a locked vault shows nothing: {refused:?}");
    Ok(())
}

#[test]
fn a_file_that_waits_is_forgotten_when_the_desk_is_locked() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let client = practice.new_client()?;
    let chosen = choose(&practice, &client, "photos", vec![png(&practice, "photo.png", 1)?])?;
    let token = chosen["sheet"]["waiting"][0]["token"].clone();
    let view = practice.call("vault_lock", json!({}))?;
    practice.call("vault_unlock", json!({ "user": view["users"][0]["id"], "password": PASSWORD }))?;
    let refused = practice.refused("photo_add", photo(&client, &token, "record"));
    ensure!(refused.code == FailureCode::Refused, "somebody else may sit there now: {refused:?}");
    Ok(())
}

#[test]
fn a_file_that_waits_for_one_client_is_not_filed_for_another() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let client = practice.new_client()?;
    let mut fields = crate::clinic::client();
    fields["family"] = json!("Lind");
    fields["born_on"] = json!("1970-01-01");
    let save = json!({ "id": null, "based_on": null, "is_another_person": true, "fields": fields });
    let other = practice.call("client_save", save)?["banner"]["id"].as_str().context("id")?.to_owned();
    let chosen = choose(&practice, &client, "photos", vec![png(&practice, "photo.png", 1)?])?;
    let token = &chosen["sheet"]["waiting"][0]["token"];
    let refused = practice.refused("photo_add", photo(&other, token, "record"));
    ensure!(refused.code == FailureCode::Refused, "right client, right photo: {refused:?}");
    let visit = practice.call("visit_start", json!({ "client": other }))?["id"].clone();
    let mut request = photo(&client, token, "record");
    request["visit"] = visit;
    let refused = practice.refused("photo_add", request);
    ensure!(refused.code == FailureCode::Refused, "nor put to another client's visit: {refused:?}");
    Ok(())
}

#[test]
fn wrong_fields_of_a_photo_are_named_at_once() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let client = practice.new_client()?;
    let mut request = photo(&client, &json!("00000000-0000-0000-0000-000000000000"), "record");
    request["taken_on"] = json!("2026-11-21");
    request["taken_time"] = json!("25:00");
    let refused = practice.refused("photo_add", request);
    let paths: Vec<&str> = refused.fields.iter().map(|field| field.path.as_str()).collect();
    ensure!(paths == ["taken_on", "taken_time"], "no photo was taken tomorrow: {refused:?}");
    Ok(())
}

#[test]
fn a_withdrawn_photo_is_neither_shown_nor_handed_out_and_says_why() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let client = practice.new_client()?;
    let stays = filed(&practice, &client, 10, "record")?;
    let goes = filed(&practice, &client, 20, "marketing")?;
    let sheet = practice.call("photo_withdraw", json!({ "photo": goes, "reason": "Shows another client" }))?;
    let row = sheet["photos"].as_array().context("photos")?.iter().find(|row| row["id"] == goes).context("row")?;
    ensure!(row["withdrawn"]["reason"] == "Shows another client", "the reason stands there: {row}");
    ensure!(row["thumbnail_url"].is_null(), "and no picture: {row}");
    let path = json!(format!("photo/{}", goes.as_str().unwrap()));
    ensure!(shown(&practice, &path).is_err(), "not by its address either");
    for command in ["photo_open", "photo_withdraw", "photo_allow"] {
        let request = match command {
            "photo_open" => json!({ "photo": goes }),
            "photo_allow" => json!({ "photo": goes, "scope": "record" }),
            _ => json!({ "photo": goes, "reason": "Again" }),
        };
        ensure!(practice.refused(command, request).code == FailureCode::Refused, "{command} of what is withdrawn");
    }
    let (view, zip) = export(&practice, "client_export", json!({ "client": client, "secret": "4711" }))?;
    ensure!(view["n_left_out"] == 1, "the export says that one stays: {view}");
    let named = |id: &Value| names(&zip, &format!("photos/2026-11-20-{}.jpg", id.as_str().unwrap()));
    ensure!(named(&stays) && !named(&goes), "the one that stays in the record leaves with it, the other does not");
    let refused =
        practice.refused("photos_export", json!({ "client": client, "wanted": "marketing", "secret": "4711" }));
    ensure!(refused.code == FailureCode::Refused, "and for publication nothing is left: {refused:?}");
    Ok(())
}

#[test]
fn only_what_the_client_allowed_leaves_for_teaching_and_nothing_says_whose_it_is() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let client = practice.new_client()?;
    filed(&practice, &client, 10, "record")?;
    let later = filed(&practice, &client, 20, "record")?;
    let request = json!({ "client": client, "wanted": "teaching", "secret": "4711" });
    ensure!(practice.refused("photos_export", request.clone()).code == FailureCode::Refused, "nothing is allowed yet");
    practice.call("photo_allow", json!({ "photo": later, "scope": "teaching" }))?;
    let (view, zip) = export(&practice, "photos_export", request)?;
    ensure!(view["n_left_out"] == 1, "one stays: {view}");
    ensure!(names(&zip, "photo-1.jpg") && !names(&zip, "photo-2.jpg"), "and one leaves");
    for word in ["Halvorsen", "A-000001", "2026-11-20", client.as_str()] {
        ensure!(!names(&zip, word), "nothing says whose it is: {word}");
    }
    let refused =
        practice.refused("photos_export", json!({ "client": client, "wanted": "marketing", "secret": "4711" }));
    ensure!(refused.code == FailureCode::Refused, "teaching is not publication");
    let journal = journal(&practice, &client)?;
    ensure!(journal.iter().any(|(act, _)| act == "export"), "what left is an entry: {journal:?}");
    Ok(())
}

#[test]
fn a_dialog_that_was_closed_changes_nothing() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let client = practice.new_client()?;
    *practice.machine.files.lock().unwrap() = Vec::new();
    let refused = practice.refused("files_choose", json!({ "client": client, "files_for": "scans" }));
    ensure!(refused.code == FailureCode::Cancelled, "the person changed their mind: {refused:?}");
    Ok(())
}
