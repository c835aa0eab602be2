//! A sheet that reads from the right, and one paragraph in every script of the program.

use paper::{Block, Document, RichText, Span, Tone};

use super::{document, moment, section};

/// A script and names in it: those of the made-up clinic's files, and words that are hard to shape.
pub(crate) const SCRIPTS: [(&str, &[&str]); 29] = [
    ("Greek", &["Αικατερίνη Παπαδοπούλου", "Ἀθηνᾶ"]),
    ("Cyrillic", &["Ефросиния Щербакова", "Наталія Їжакевич", "Ђорђе Љубичић"]),
    ("Arabic", &["آمنة الأحمد", "عبد الله بن علاء", "لا إله", "محمد مصطفی", "فرشته می‌خواهم"]),
    ("Hebrew", &["אביגיל כהן", "שָׂרָה בֶּן־דָּוִד"]),
    ("Devanagari", &["लक्ष्मी श्रीवास्तव", "कृष्ण", "ज्योति द्विवेदी"]),
    ("Thai", &["จันทร์เพ็ญ ศิริพร", "น้ำทิพย์"]),
    ("Han", &["陈晓燕", "諸葛 淑芬", "𠮷田 直子", "鰂魚涌"]),
    ("Hangul", &["김서연", "뷁쀍"]),
    ("Kana", &["佐藤 さくら", "エリカ ッシュ"]),
    ("Armenian", &["Հայկուհի Սարգսյան"]),
    ("Georgian", &["ნინო ბერიძე"]),
    ("Ethiopic", &["ሰላማዊት ተስፋዬ"]),
    ("Bengali", &["শ্রাবন্তী চট্টোপাধ্যায়"]),
    ("Tamil", &["ஸ்ரீலட்சுமி கிருஷ்ணன்"]),
    ("Telugu", &["లక్ష్మీ శ్రీనివాస్"]),
    ("Kannada", &["ಲಕ್ಷ್ಮೀ ಕೃಷ್ಣ"]),
    ("Malayalam", &["ലക്ഷ്മി കൃഷ്ണൻ"]),
    ("Gujarati", &["કૃષ્ણા પટેલ"]),
    ("Gurmukhi", &["ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ"]),
    ("Oriya", &["ଲକ୍ଷ୍ମୀ"]),
    ("Sinhala", &["ශ්‍රී ලක්ෂ්මි"]),
    ("Khmer", &["សុខា ចន្ទ្រា"]),
    ("Lao", &["ສົມໃຈ"]),
    ("Myanmar", &["အောင်ဆန်း", "မြင့်မြတ်"]),
    ("Tibetan", &["བཀྲ་ཤིས་"]),
    ("Syriac", &["ܡܪܝܡ"]),
    ("Thaana", &["މަރިޔަމް"]),
    ("Tifinagh", &["ⵜⴰⵏⵉⵏⵏⴰ"]),
    ("Cherokee", &["ᏎᏉᏯ"]),
];

/// An aftercare sheet in Arabic with names and numbers of other scripts in it.
pub(crate) fn arabic_sheet() -> Document {
    let greeting = vec![
        Span::value("سارة عبد الله الأحمد").bold(),
        Span::words("، انتهت زيارتك في "),
        Span::value("20 نوفمبر 2026"),
        Span::words(" الساعة "),
        Span::value("14:35"),
        Span::words(". المنتج: "),
        Span::value("Hyaluronic acid serum 2 %"),
        Span::words(" (رقم التشغيلة "),
        Span::value("HA-2291"),
        Span::words(")."),
    ];
    let blocks = vec![
        Block::Title("العناية ببشرتك".to_owned()),
        Block::Paragraph(greeting.into()),
        Block::Note {
            tone: Tone::Urgent,
            heading: "اتصل فورًا على \u{2068}+353 1 555 0199\u{2069}".to_owned(),
            body: vec![
                "عند انتشار الاحمرار بعد اليوم الثاني، أو القيح، أو الحمى فوق \u{2068}38 °C\u{2069}، أو الألم الشديد."
                    .into(),
            ],
        },
        section("ما يجب فعله وحتى متى"),
        Block::Timeline(vec![
            moment("حتى \u{2068}18:35\u{2069}", &["لا تلمس البشرة المعالجة بأيدٍ غير مغسولة."]),
            moment("حتى \u{2068}السبت 21 نوفمبر، 14:35\u{2069}", &["اشطف بماء فاتر. لا رياضة ولا ساونا ولا مسبح."]),
            moment("من \u{2068}27 نوفمبر\u{2069}", &["فيتامين سي مرة أخرى؛ ريتينويد فقط إذا زال الاحمرار."]),
        ]),
        section("ما هو طبيعي"),
        Block::List(vec!["احمرار كحروق الشمس من يوم إلى ثلاثة أيام.".into(), "قشور صغيرة تسقط وحدها.".into()]),
    ];
    let mut document = document("العناية ببشرتك", blocks);
    document.language = "ar".to_owned();
    document.masthead.client =
        "\u{2068}سارة عبد الله الأحمد\u{2069}، تاريخ الميلاد: \u{2068}1990-04-02\u{2069}، \u{2068}A-000217\u{2069}"
            .to_owned();
    document.footer.page_words.before = "صفحة ".to_owned();
    document.footer.page_words.between = " من ".to_owned();
    document
}

/// Names in every script, in running text and in bold.
pub(crate) fn scripts() -> Document {
    let mut blocks = vec![Block::Title("Names in every script".to_owned())];
    for (script, names) in SCRIPTS {
        let mut spans = vec![Span::words(format!("{script}: "))];
        for name in names {
            spans.extend([Span::value(*name), Span::words(" · "), Span::value(*name).bold(), Span::words(" · ")]);
        }
        blocks.push(Block::Paragraph(RichText(spans)));
    }
    document("Names in every script", blocks)
}
