//! Who signs a consent beside the client and the practitioner: witnesses, interpreters, and a guardian in the client's
//! place. Each signs at this computer without the session changing hands.

use std::collections::BTreeMap;

use care::consent::ConsentText;
use care::record::{Capacity, ElectronicAgreement, Role, Signature, Signer, SignerRole, User, UserId};
use care::{PaperWord, PaperWords};
use store::{Password, PasswordKind, StoreError};

use crate::cases::consent_checks::{OF_AGE_YEARS, check_signature, is_empty};
use crate::cases::device_secret::typed_password;
use crate::cases::fields::{Checker, LINE};
use crate::failure::{Failure, FieldProblem, Refusal, WrongField};
use crate::print::no_text;
use crate::seat::Seat;
use crate::visit::{OpenVisit, age};
use crate::wire::{ConsentSignRequest, OtherSigner, UserRow};

/// People who may sign one consent beside the client and the practitioner.
const MOST_OTHERS: usize = 6;

/// Who signs, and the passwords of those who sign with a key of their own.
pub(crate) struct Cosigners {
    /// Witnesses and interpreters, in the order they sign.
    pub(crate) signers: Vec<Signer>,
    passwords: BTreeMap<UserId, Password>,
}

impl Cosigners {
    /// Nobody beside the client and the practitioner.
    pub(crate) fn none() -> Self {
        Self { signers: Vec::new(), passwords: BTreeMap::new() }
    }

    /// The signature of one user over `message`: the practitioner's, or that of a witness who has typed a password.
    ///
    /// # Errors
    /// [`FieldProblem::NotTheirPassword`] at the place in the request, or what the vault says.
    pub(crate) fn sign(&self, seat: &Seat<'_>, user: UserId, message: &[u8]) -> Result<[u8; 64], Failure> {
        let vault = &seat.opened().vault;
        let Some(password) = self.passwords.get(&user) else {
            return Ok(vault.sign(user, message)?);
        };
        vault.sign_with_password(user, password, message, seat.now()).map_err(|problem| {
            if problem != StoreError::WrongPassword {
                return problem.into();
            }
            let place = self.signers.iter().position(|signer| signer.user == Some(user)).unwrap_or(0);
            Failure::Fields(vec![WrongField::new(format!("others[{place}].secret"), FieldProblem::NotTheirPassword)])
        })
    }
}

/// Checks everybody who signs beside the client and the practitioner, and whether somebody is missing. The sources are
/// the rows `lg.witness`, `lg.interpreter` and `lg.guardian`.
///
/// # Errors
/// What is missing or cannot be.
pub(crate) fn cosigners(
    seat: &Seat<'_>,
    open: &OpenVisit,
    text: &ConsentText,
    request: &ConsentSignRequest,
) -> Result<Cosigners, Failure> {
    let words = PaperWords::in_language(&text.language).map_err(no_text)?;
    let mut found = Cosigners::none();
    let mut fields = Checker::default();
    fields.between("others", request.others.len(), 0, MOST_OTHERS);
    for (place, other) in request.others.iter().enumerate() {
        let signer = match other {
            OtherSigner::User { user, secret } => {
                let signer = witness_of_the_clinic(seat, *user, words)?;
                found.passwords.insert(*user, typed_password(seat.desk(), *user, secret)?);
                signer
            }
            OtherSigner::Person { role, name, relation, spoken, mark } => {
                check_person(&mut fields, place, other);
                check_signature(mark)?;
                let person = Person { role: *role, name, relation, spoken, mark };
                person.signer(seat, words)?
            }
        };
        found.signers.push(signer);
    }
    fields.finish()?;
    refuse_missing(open, text, request, &found.signers)?;
    Ok(found)
}

fn refuse_missing(
    open: &OpenVisit,
    text: &ConsentText,
    request: &ConsentSignRequest,
    signers: &[Signer],
) -> Result<(), Failure> {
    let has = |role| signers.iter().any(|signer| signer.role == role);
    if !request.signature.is_of_own_hand() && !has(SignerRole::Witness) {
        return Err(Refusal::WitnessMissing.failure());
    }
    if needs_interpreter(open, text) && !has(SignerRole::Interpreter) {
        return Err(Refusal::InterpreterMissing.failure());
    }
    Ok(())
}

/// Whether the client reads another language than the text is in. A country's spelling makes no other language.
pub(crate) fn needs_interpreter(open: &OpenVisit, text: &ConsentText) -> bool {
    let language = |tag: &str| tag.split('-').next().map(str::to_owned);
    open.client.document_language.as_ref().is_some_and(|tag| language(tag) != language(&text.language))
}

/// Everybody of the clinic who can witness: with a password of their own choice, and not who takes the consent.
pub(crate) fn witnesses(seat: &Seat<'_>) -> Result<Vec<UserRow>, Failure> {
    let users = seat.read(|read| read.users())?.into_iter().map(|stored| stored.record);
    let able = users.filter(|user| can_witness(seat, user));
    Ok(able.map(|user| UserRow { id: user.id, name: user.name }).collect())
}

fn can_witness(seat: &Seat<'_>, user: &User) -> bool {
    let vault = &seat.opened().vault;
    user.id != seat.user().id
        && !user.roles.is_empty()
        && !user.roles.contains(&Role::Automation)
        && vault.password_kind(user.id).is_ok_and(|kind| kind == PasswordKind::Lasting)
        && vault.public_key_of(user.id).is_ok()
}

fn witness_of_the_clinic(seat: &Seat<'_>, id: UserId, words: PaperWords) -> Result<Signer, Failure> {
    let user = seat.read(|read| read.user(id))?.record;
    if !can_witness(seat, &user) {
        return Err(Refusal::NoWitness.failure());
    }
    Ok(Signer {
        name: user.name,
        role: SignerRole::Witness,
        meaning: words.say(PaperWord::MeansWitness).to_owned(),
        user: Some(id),
        public_key: Some(public_key(seat, id)?),
        relation: String::new(),
        spoken: String::new(),
        mark: None,
        at: seat.now(),
    })
}

/// The public key of a user, as 64 hexadecimal digits.
pub(crate) fn public_key(seat: &Seat<'_>, user: UserId) -> Result<String, Failure> {
    Ok(data_encoding::HEXLOWER.encode(&seat.opened().vault.public_key_of(user)?))
}

fn check_person(fields: &mut Checker, place: usize, other: &OtherSigner) {
    let OtherSigner::Person { role, name, relation, spoken, mark } = other else { return };
    let at = |field: &str| format!("others[{place}].{field}");
    fields.needed(&at("name"), name, LINE);
    fields.needed(&at("relation"), relation, LINE);
    match role {
        SignerRole::Interpreter => drop(fields.needed(&at("spoken"), spoken, LINE)),
        SignerRole::Witness => drop(fields.line(&at("spoken"), spoken, LINE)),
        SignerRole::Client | SignerRole::Guardian | SignerRole::Practitioner => {
            fields.wrong(WrongField::new(at("role"), FieldProblem::NotOneOf));
        }
    }
    if is_empty(mark) {
        fields.wrong(WrongField::new(at("mark"), FieldProblem::Empty));
    }
}

/// Somebody who is nobody of the clinic.
struct Person<'a> {
    role: SignerRole,
    name: &'a str,
    relation: &'a str,
    spoken: &'a str,
    mark: &'a Signature,
}

impl Person<'_> {
    fn signer(&self, seat: &Seat<'_>, words: PaperWords) -> Result<Signer, Failure> {
        let meaning =
            if self.role == SignerRole::Interpreter { PaperWord::MeansInterpreter } else { PaperWord::MeansWitness };
        Ok(Signer {
            name: self.name.trim().to_owned(),
            role: self.role,
            meaning: words.say(meaning).to_owned(),
            user: None,
            public_key: None,
            relation: self.relation.trim().to_owned(),
            spoken: self.spoken.trim().to_owned(),
            mark: Some(self.mark.clone()),
            at: seat.now(),
        })
    }
}

/// For whom the signature in the client's place speaks.
///
/// # Errors
/// [`Refusal::GuardianMissing`] for a client who is not of age and has none on record.
pub(crate) fn capacity(seat: &Seat<'_>, open: &OpenVisit) -> Result<Capacity, Failure> {
    if age(open.client.born_on, seat.today()) >= OF_AGE_YEARS {
        return Ok(Capacity::Own);
    }
    let guardian = open.client.guardian.as_ref().ok_or_else(|| Refusal::GuardianMissing.failure())?;
    Ok(Capacity::Guardian { name: guardian.name.clone(), relation: guardian.relation.clone() })
}

/// The client's agreement to an electronic record: given now, or earlier to the very same sentence.
///
/// # Errors
/// [`Refusal::ElectronicMissing`] without one.
pub(crate) fn electronic(
    seat: &Seat<'_>,
    open: &OpenVisit,
    text: &ConsentText,
    agrees: bool,
) -> Result<ElectronicAgreement, Failure> {
    if let Some(earlier) = agreed_before(open, text) {
        return Ok(earlier);
    }
    if !agrees {
        return Err(Refusal::ElectronicMissing.failure());
    }
    Ok(ElectronicAgreement { sentence: text.electronic.clone(), agreed_at: seat.now() })
}

/// The client's earlier agreement to the sentence of `text`.
pub(crate) fn agreed_before(open: &OpenVisit, text: &ConsentText) -> Option<ElectronicAgreement> {
    let all = open.consents.iter().chain(&open.earlier_consents);
    all.filter_map(|consent| consent.electronic.clone()).find(|agreed| agreed.sentence == text.electronic)
}
