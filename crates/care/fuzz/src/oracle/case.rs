//! What holds for every case, whatever it says. Tried on random cases by `make fuzz`, on the seeds by `make test`.

use care::{Case, CaseError, Class, Decision, Protocol, Verdict, assess, read_case};

/// Reads and judges a case, and checks what came of it.
pub(crate) fn check_case(bytes: &[u8]) {
    match read_case(bytes) {
        Ok(case) => check_verdict(&case, &judged_twice(&case)),
        Err(refusal) => check_refusal(&refusal),
    }
}

fn check_refusal(refusal: &CaseError) {
    assert!(!refusal.path.is_empty() && !refusal.allowed.is_empty(), "a place, and what is allowed there");
    assert!(!refusal.to_string().chars().any(char::is_control), "one line that leaves the terminal alone");
}

fn judged_twice(case: &Case) -> Verdict {
    let verdict = assess(case, Protocol::shipped());
    let written = |verdict: &Verdict| verdict.to_json(&|message| message.key.clone()).to_string();
    let again = written(&assess(&case.clone(), Protocol::shipped()));
    assert_eq!(written(&verdict), again, "the same case always gives the same bytes");
    verdict
}

fn check_verdict(case: &Case, verdict: &Verdict) {
    let planned: Vec<_> = case.plan.components.iter().map(|component| &component.id).collect();
    let judged: Vec<_> = verdict.components.iter().map(|component| &component.id).collect();
    assert_eq!(planned, judged, "every part is judged, in the order of work");
    assert_eq!(case.items.len(), verdict.items.len(), "and every scanned item");
    let parts = verdict.components.iter().map(|component| component.decision);
    let meetings = verdict.combinations.iter().map(|finding| Decision::from(finding.class));
    let items = verdict.items.iter().map(|item| item.decision);
    let strongest = parts.chain(meetings).chain(items).max().unwrap_or(Decision::Clear);
    let flagged = if verdict.red_flags.is_empty() { Decision::Clear } else { Decision::Inform };
    assert_eq!(verdict.decision, strongest.max(flagged), "the strongest decision wins");
    check_missing(verdict);
    check_parts(case, verdict);
}

fn check_missing(verdict: &Verdict) {
    for missing in &verdict.missing {
        assert!(!missing.components.is_empty(), "{} is missed by somebody", missing.path);
        assert!(verdict.decision >= Decision::Incomplete, "{} is missing", missing.path);
        for part in verdict.components.iter().filter(|part| missing.components.contains(&part.id)) {
            assert!(part.decision >= Decision::Incomplete, "{} is missing for {}", missing.path, part.id);
            assert_eq!(part.earliest_on, None, "and no date is made up");
        }
    }
}

fn check_parts(case: &Case, verdict: &Verdict) {
    for (planned, part) in case.plan.components.iter().zip(&verdict.components) {
        let is_blocked = part.findings.iter().any(|finding| finding.class == Class::Block);
        assert!(!is_blocked || (part.decision == Decision::Block && part.earliest_on.is_none()), "a block stays");
        assert!(part.earliest_on.is_none_or(|on| on >= case.plan.visit_on), "nothing starts before the visit");
        assert!(part.findings.is_sorted_by(|a, b| a.class >= b.class), "the strongest finding stands first");
        let Some(needling) = planned.work.needling() else { continue };
        for depth in part.zones.iter().filter_map(|zone| zone.depth.as_ref()) {
            assert!(depth.cap_um <= case.practitioner.max_depth_um, "never above the scope");
            let label = needling.device.label_max_um_by_zone.values().max().copied();
            assert!(depth.cap_um <= needling.device.label_max_um.max(label.unwrap_or(0)), "never above the label");
            assert!(!depth.binding.is_empty(), "a cap names what sets it");
        }
    }
}
