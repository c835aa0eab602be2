//! Reads from one snapshot, shaped for the screen.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::{Practice, a_client, a_consent, a_visit, day, id, stamp, stamp_at};
use crate::{Act, StoreError};
use care::record::{
    Appointment, AppointmentId, ClientId, Role, Screening, ScreeningId, ScreeningKind, User, UserId, VisitId,
};
use chrono::NaiveTime;

#[test]
fn a_read_sees_one_moment_whatever_is_written_meanwhile() {
    let practice = Practice::new();
    practice.put(&a_client(10, "Marsh", "Ada"), Act::Create).unwrap();
    practice
        .vault
        .read(|read| {
            let before = read.client(ClientId(id(10)))?;
            practice.put(&a_client(10, "Marsh", "Adah"), Act::Update)?;
            assert_eq!(read.client(ClientId(id(10)))?, before, "the snapshot does not move");
            Ok::<_, StoreError>(())
        })
        .unwrap();
    let after = practice.vault.read(|read| read.client(ClientId(id(10)))).unwrap();
    assert_eq!((after.record.given.as_str(), after.version), ("Adah", 2), "the next read sees the write");
}

#[test]
fn a_third_read_waits_for_one_of_two_and_then_goes_on() {
    let practice = Practice::new();
    let vault = &practice.vault;
    thread::scope(|scope| {
        let (reading, is_reading) = mpsc::channel();
        let (done, is_done) = mpsc::channel();
        for _ in 0..3 {
            let (reading, done) = (reading.clone(), done.clone());
            scope.spawn(move || {
                let head = vault.read(|read| {
                    reading.send(()).unwrap();
                    thread::sleep(Duration::from_millis(20));
                    read.head()
                });
                done.send(head.is_ok()).unwrap();
            });
        }
        for _ in 0..3 {
            is_reading.recv().unwrap();
            assert!(is_done.recv().unwrap(), "every read came to its end");
        }
    });
}

#[test]
fn the_day_shows_its_appointments_in_the_order_of_the_clock() {
    let practice = Practice::new();
    practice.put(&a_client(10, "Marsh", "Ada"), Act::Create).unwrap();
    practice.put(&a_client(11, "Okafor", "Chi"), Act::Create).unwrap();
    let appointment = |n: u128, client: u128, hour: u32, on: &str| Appointment {
        id: AppointmentId(id(n)),
        client: ClientId(id(client)),
        on: day(on),
        starts: NaiveTime::from_hms_opt(hour, 30, 0).unwrap(),
        purpose: "Session".to_owned(),
        is_cancelled: false,
    };
    for one in [
        appointment(30, 10, 14, "2026-03-03"),
        appointment(31, 11, 9, "2026-03-03"),
        appointment(32, 11, 8, "2026-03-04"),
        Appointment { is_cancelled: true, ..appointment(33, 10, 10, "2026-03-03") },
    ] {
        practice.put(&one, Act::Create).unwrap();
    }
    let rows = practice.vault.read(|read| read.appointments(day("2026-03-03"))).unwrap();
    let shown: Vec<_> =
        rows.iter().map(|row| (row.appointment.record.starts.to_string(), row.client.family.as_str())).collect();
    let expected = [("09:30:00".to_owned(), "Okafor"), ("14:30:00".to_owned(), "Marsh")];
    assert_eq!(shown, expected, "without the cancelled one and the next day's");
    let all = practice.vault.read(|read| read.appointments_of(ClientId(id(10)))).unwrap();
    assert_eq!(all.len(), 2, "the client's own list has the cancelled one too");
}

#[test]
fn visits_stand_newest_first_and_the_open_one_is_found() {
    let practice = Practice::new();
    practice.put(&a_client(10, "Marsh", "Ada"), Act::Create).unwrap();
    let on = |n: u128, visit_on: &str, is_signed: bool| {
        let mut visit = a_visit(n, 10);
        visit.visit_on = day(visit_on);
        visit.is_signed = is_signed;
        visit
    };
    practice.put(&on(20, "2026-01-05", true), Act::Sign).unwrap();
    practice.put(&on(21, "2026-03-03", false), Act::Create).unwrap();
    let mut deferred = on(22, "2026-02-02", false);
    deferred.not_today = Some("cold sore".to_owned());
    practice.put(&deferred, Act::Close).unwrap();
    let visits = practice.vault.read(|read| read.visits_of(ClientId(id(10)))).unwrap();
    let order: Vec<u128> = visits.iter().map(|visit| visit.record.id.0.as_u128()).collect();
    assert_eq!(order, [21, 22, 20], "newest first");
    let open = practice.vault.read(|read| read.open_visit_of(ClientId(id(10)))).unwrap().unwrap();
    assert_eq!(open.record.id, VisitId(id(21)), "neither signed nor closed without treatment");
    let all_open = practice.vault.read(|read| read.open_visits()).unwrap();
    assert_eq!(all_open, [open.record], "the only one in the house");
    let signed = practice.vault.read(|read| read.visits_signed_on(day("2026-01-05"))).unwrap();
    assert_eq!(signed, [on(20, "2026-01-05", true)], "the one signed that day");
}

#[test]
fn a_visit_comes_with_all_its_papers() {
    let practice = Practice::new();
    practice.put(&a_client(10, "Marsh", "Ada"), Act::Create).unwrap();
    practice.put(&a_visit(20, 10), Act::Create).unwrap();
    practice.put(&a_consent(30, 10, 20), Act::Sign).unwrap();
    let screening = Screening {
        id: ScreeningId(id(40)),
        client: ClientId(id(10)),
        visit: VisitId(id(20)),
        kind: ScreeningKind::Full,
        screened_on: day("2026-03-03"),
        answers: std::collections::BTreeMap::new(),
        medicines: Vec::new(),
        measures: Vec::new(),
        history: None,
        closed_by: UserId(id(1)),
        closed_at: stamp().at,
    };
    practice.put(&screening, Act::Close).unwrap();
    let papers = practice.vault.read(|read| read.visit_papers(VisitId(id(20)))).unwrap();
    assert_eq!(papers.consents, [a_consent(30, 10, 20)], "the consent, word for word");
    assert_eq!(papers.screening.unwrap().record, screening, "the answers");
    assert!(papers.sign_off.is_none() && papers.chart.is_none(), "not charted and not signed yet");
    let newest = practice.vault.read(|read| read.newest_screening_of(ClientId(id(10)))).unwrap().unwrap();
    assert_eq!(newest.record, screening, "the client's newest answers");
}

#[test]
fn users_are_listed_by_name() {
    let practice = Practice::new();
    for (n, name) in [(1, "Sam Weber"), (2, "Ana Ruiz")] {
        let user = User {
            id: UserId(id(n)),
            name: name.to_owned(),
            initials: String::new(),
            registration: String::new(),
            roles: vec![Role::Practitioner],
            max_depth_um: 1_500,
            may_give_prp: true,
            may_use_prescription_items: true,
        };
        practice.put(&user, Act::Create).unwrap();
    }
    let users = practice.vault.read(|read| read.users()).unwrap();
    let names: Vec<_> = users.iter().map(|user| user.record.name.as_str()).collect();
    assert_eq!(names, ["Ana Ruiz", "Sam Weber"], "in alphabetical order");
}

#[test]
fn whoever_was_here_last_stands_first_and_new_clients_follow() {
    let practice = Practice::new();
    for (n, family) in [(10, "Marsh"), (11, "Okafor"), (12, "Weber")] {
        practice.put(&a_client(n, family, "A"), Act::Create).unwrap();
    }
    practice.put(&a_visit(20, 10), Act::Create).unwrap();
    let recent = practice.vault.read(|read| read.recent_clients(2)).unwrap();
    let order: Vec<&str> = recent.iter().map(|row| row.family.as_str()).collect();
    assert_eq!(order, ["Marsh", "Weber"], "the one with a visit, then the one added last");
}

#[test]
fn the_newest_time_of_the_journal_shows_a_clock_that_was_put_back() {
    let practice = Practice::new();
    let newest = practice.vault.read(|read| read.newest_entry_at()).unwrap();
    assert_eq!(newest, Some(stamp().at), "the clinic was put at that time");
    let earlier = stamp_at(stamp().at - chrono::TimeDelta::hours(2));
    practice.vault.write(&earlier, |write| write.note(Act::Open, None, "day")).unwrap();
    assert_eq!(practice.vault.read(|read| read.newest_entry_at()).unwrap(), newest, "an earlier clock changes nothing");
}
