//! Who signs beside the client: a witness, an interpreter, a guardian. Each for themselves, at the same computer.

use anyhow::{Context as _, Result, ensure};
use desk::verify_bundle;
use serde_json::{Value, json};

use crate::clinic::{Practice, client, plan, sign_request};
use crate::consent_file::{exported_bundles, ready_to_sign};
use crate::refusals::screened_visit;

const ANAS: &str = "nine loud green boats";

fn add_ana(practice: &Practice) -> Result<String> {
    let request = json!({
        "name": "Ana Ruiz", "fields": { "initials": "AR", "registration": "", "roles": ["assistant"], "max_depth_um": 0, "may_give_prp": false, "may_use_prescription_items": false },
        "password": "seven tall red ladders", "secret": "4711",
    });
    let people = practice.call("person_add", request)?;
    let ana =
        people["people"].as_array().context("people")?.iter().find(|row| row["name"] == "Ana Ruiz").context("Ana")?;
    let id = ana["id"].as_str().context("id")?.to_owned();
    let mara = practice.call("desk_view", json!({}))?["session"]["user"].clone();
    // The first act of a person whose password somebody else made is to choose another.
    practice.call("vault_lock", json!({}))?;
    practice.call("vault_unlock", json!({ "user": id, "password": "seven tall red ladders" }))?;
    practice.call("password_change", json!({ "current": "seven tall red ladders", "password": ANAS }))?;
    practice.call("vault_lock", json!({}))?;
    practice.call("vault_unlock", json!({ "user": mara, "password": crate::clinic::PASSWORD }))?;
    Ok(id)
}

fn typed(visit: &str, shown: &Value, others: Value) -> Value {
    let mut request = sign_request(visit, shown, "4711");
    request["signature"] = json!({ "kind": "typed", "name": "Ines Halvorsen" });
    request["others"] = others;
    request
}

#[test]
fn a_witness_of_the_clinic_signs_with_the_own_password_and_the_desk_does_not_change_hands() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let ana = add_ana(&practice)?;
    let visit = screened_visit(&practice)?;
    let shown = ready_to_sign(&practice, &visit)?;
    ensure!(
        shown["witnesses"][0]["id"] == json!(ana),
        "who takes the consent is not among them: {}",
        shown["witnesses"]
    );
    let refused = practice.refused("consent_sign", typed(&visit, &shown, json!([])));
    ensure!(refused.words.contains("witness"), "a typed name shows nobody's hand: {}", refused.words);
    let by = |secret: &str| json!([{ "kind": "user", "user": ana, "secret": secret }]);
    let refused = practice.refused("consent_sign", typed(&visit, &shown, by("seven green umbrellas")));
    ensure!(refused.fields[0].path == "others[0].secret", "Mara's password is not Ana's: {refused:?}");
    practice.call("consent_sign", typed(&visit, &shown, by(ANAS)))?;
    let session = practice.call("desk_view", json!({}))?["session"]["user_name"].clone();
    ensure!(session == "Mara Okafor", "the desk is still hers");
    let client =
        practice.call("visit_open", json!({ "visit": visit }))?["banner"]["id"].as_str().context("id")?.to_owned();
    let report =
        verify_bundle(&exported_bundles(&practice, &client)?[0]).map_err(|fault| anyhow::anyhow!("{fault}"))?;
    let keys: Vec<bool> = report.signers.iter().map(|signer| signer.public_key.is_some()).collect();
    ensure!(keys == [false, true, true], "client by hand, witness and practitioner each with a key: {report:?}");
    ensure!(report.signers[1].public_key != report.signers[2].public_key, "of their own");
    Ok(())
}

#[test]
fn nobody_witnesses_a_consent_they_take_themselves() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    let shown = ready_to_sign(&practice, &visit)?;
    let mara = practice.call("desk_view", json!({}))?["session"]["user"].clone();
    let others = json!([{ "kind": "user", "user": mara, "secret": crate::clinic::PASSWORD }]);
    let refused = practice.refused("consent_sign", typed(&visit, &shown, others));
    ensure!(refused.words.contains("cannot witness"), "two pairs of eyes: {}", refused.words);
    Ok(())
}

#[test]
fn a_witness_from_outside_signs_with_name_and_relation() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    let shown = ready_to_sign(&practice, &visit)?;
    let person = |relation: &str| json!([{ "kind": "person", "role": "witness", "name": "Per Halvorsen", "relation": relation, "spoken": "", "mark": { "kind": "typed", "name": "Per Halvorsen" } }]);
    let refused = practice.refused("consent_sign", typed(&visit, &shown, person("")));
    ensure!(refused.fields[0].path == "others[0].relation", "who that is: {refused:?}");
    let signed = practice.call("consent_sign", typed(&visit, &shown, person("brother")))?;
    ensure!(signed["consent"]["is_valid"] == true, "filed: {}", signed["consent"]);
    Ok(())
}

#[test]
fn a_mark_needs_a_witness_and_a_drawn_name_does_not() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let visit = screened_visit(&practice)?;
    let shown = ready_to_sign(&practice, &visit)?;
    let drawn = sign_request(&visit, &shown, "4711");
    let mut mark = drawn.clone();
    mark["signature"]["kind"] = json!("mark");
    let refused = practice.refused("consent_sign", mark);
    ensure!(refused.words.contains("witness"), "a mark does not say whose it is: {}", refused.words);
    practice.call("consent_sign", drawn)?;
    Ok(())
}

#[test]
fn a_guardian_signs_for_a_minor_with_name_and_relation() -> Result<()> {
    let practice = Practice::open_clinic()?;
    practice.call("protocol_set", json!({ "settings": { "p.min_age": 16 }, "reason": "House rule" }))?;
    practice.call("protocol_approve", json!({ "number": 1, "reason": "Read in full", "secret": "4711" }))?;
    let mut fields = client();
    fields["born_on"] = json!("2009-03-14");
    fields["guardian"] = json!({ "name": "Kari Halvorsen", "relation": "mother", "phone": "1" });
    let saved = practice
        .call("client_save", json!({ "id": null, "based_on": null, "is_another_person": false, "fields": fields }))?;
    let visit = practice.call("visit_start", json!({ "client": saved["banner"]["id"] }))?["id"]
        .as_str()
        .context("visit")?
        .to_owned();
    practice.call("plan_set", json!({ "visit": visit, "components": plan(1000) }))?;
    practice.screen(&visit)?;
    let shown = ready_to_sign(&practice, &visit)?;
    ensure!(shown["guardian_name"] == "Kari Halvorsen", "the mother signs: {}", shown["guardian_name"]);
    practice.call("consent_sign", sign_request(&visit, &shown, "4711"))?;
    let client = saved["banner"]["id"].as_str().context("id")?;
    let bundle: Value = serde_json::from_slice(&exported_bundles(&practice, client)?[0])?;
    let capacity = json!({ "is": "guardian", "name": "Kari Halvorsen", "relation": "mother" });
    ensure!(bundle["bundle"]["capacity"] == capacity, "for whom she signs: {}", bundle["bundle"]["capacity"]);
    ensure!(bundle["bundle"]["signers"][0]["role"] == "guardian", "and as whom");
    Ok(())
}

/// A visit of a client who reads `language`, with everything but the signature.
fn visit_of_reader(practice: &Practice, language: &str) -> Result<(String, Value)> {
    let mut fields = client();
    fields["document_language"] = json!(language);
    let saved = practice
        .call("client_save", json!({ "id": null, "based_on": null, "is_another_person": false, "fields": fields }))?;
    ensure!(saved["fields"]["document_language"] == language, "it is in the record: {}", saved["fields"]);
    let visit = practice.call("visit_start", json!({ "client": saved["banner"]["id"] }))?["id"].clone();
    let visit = visit.as_str().context("visit")?.to_owned();
    practice.call("plan_set", json!({ "visit": visit, "components": plan(1000) }))?;
    practice.screen(&visit)?;
    let shown = ready_to_sign(practice, &visit)?;
    Ok((visit, shown))
}

#[test]
fn a_client_who_reads_another_language_signs_with_an_interpreter() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let (visit, shown) = visit_of_reader(&practice, "de")?;
    ensure!(shown["language"] == "en-GB" && shown["needs_interpreter"] == true, "no consent is in German: {shown}");
    let interpreter = |spoken: &str| {
        let mut request = sign_request(&visit, &shown, "4711");
        let mark = json!({ "kind": "typed", "name": "Jonas Brandt" });
        request["others"] = json!([{
            "kind": "person", "role": "interpreter", "name": "Jonas Brandt", "relation": "interpreter of the service",
            "spoken": spoken, "mark": mark,
        }]);
        request
    };
    let refused = practice.refused("consent_sign", sign_request(&visit, &shown, "4711"));
    ensure!(refused.words.contains("interpreter"), "somebody has to say it in German: {}", refused.words);
    let refused = practice.refused("consent_sign", interpreter(" "));
    ensure!(refused.fields[0].path == "others[0].spoken", "in which language: {refused:?}");
    let signed = practice.call("consent_sign", interpreter("German"))?;
    ensure!(signed["consent"]["is_valid"] == true, "filed: {}", signed["consent"]);
    let client = signed["banner"]["id"].as_str().context("client")?.to_owned();
    let report =
        verify_bundle(&exported_bundles(&practice, &client)?[0]).map_err(|fault| anyhow::anyhow!("{fault}"))?;
    let names: Vec<_> = report.signers.iter().map(|signer| signer.name.as_str()).collect();
    ensure!(
        names == ["Ines Halvorsen", "Jonas Brandt", "Mara Okafor"],
        "the interpreter is sealed with it: {report:?}"
    );
    Ok(())
}

#[test]
fn a_countrys_spelling_asks_for_no_interpreter_and_a_language_without_papers_does() -> Result<()> {
    let practice = Practice::open_clinic()?;
    let (_, shown) = visit_of_reader(&practice, "en-US")?;
    ensure!(shown["language"] == "en-US" && shown["needs_interpreter"] == false, "the text is in it: {shown}");
    let practice = Practice::open_clinic()?;
    let (_, shown) = visit_of_reader(&practice, "und")?;
    ensure!(shown["language"] == "en-GB" && shown["needs_interpreter"] == true, "the clinic's, and said: {shown}");
    let mut fields = client();
    fields["document_language"] = json!("tlh");
    let request = json!({ "id": null, "based_on": null, "is_another_person": true, "fields": fields });
    ensure!(practice.refused("client_save", request).fields[0].path == "document_language", "one that is known");
    Ok(())
}
