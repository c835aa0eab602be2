//! The places of the front view, as they are drawn on the screen's map: outlines, and where a depth is written.
//!
//! The client's right half stands on the left of the picture, as one faces them.

use care::zones::{Side, ZoneId};

/// One place of the map.
#[derive(Debug, Clone, Copy)]
pub(super) struct MapZone {
    pub(super) zone: ZoneId,
    pub(super) side: Side,
    /// Its outline, in the path language of SVG.
    pub(super) path: &'static str,
    /// Where the depth stands.
    pub(super) at: (i16, i16),
    /// For places too narrow for a number: where it stands instead.
    pub(super) callout: Option<(i16, i16)>,
    pub(super) is_on_neck: bool,
}

pub(super) const FACE: &str = "M220,60 C282,60 327,98 333,160 C337,196 337,230 333,258 C330,298 323,328 309,352 C295,380 268,409 247,420 \
     C237,425 228,426 220,426 C212,426 203,425 193,420 C172,409 145,380 131,352 C117,328 110,298 107,258 C103,230 \
     103,196 107,160 C113,98 158,60 220,60 Z";
pub(super) const NECK: &str = "M220,340 L290,340 C289,390 286,430 290,452 C296,482 346,496 392,510 C424,520 436,540 440,566 L220,566 L0,566 \
     C4,540 16,520 48,510 C94,496 144,482 150,452 C154,430 151,390 150,340 L220,340 Z";
pub(super) const EARS: [&str; 2] = [
    "M110,236 C102,214 81,216 82,242 C83,264 89,284 97,298 C102,306 110,304 112,294 Z",
    "M330,236 C338,214 359,216 358,242 C357,264 351,284 343,298 C338,306 330,304 328,294 Z",
];
pub(super) const ORBITS: [&str; 2] = [
    "M200,208 C196,191 170,181 146,185 C132,188 125,197 121,208 C121,226 127,240 135,247 C156,255 184,252 196,240 \
     C204,231 204,217 200,208 Z",
    "M240,208 C244,191 270,181 294,185 C308,188 315,197 319,208 C319,226 313,240 305,247 C284,255 256,252 244,240 \
     C236,231 236,217 240,208 Z",
];
pub(super) const BROWS: [&str; 2] = [
    "M200,203 C190,193 168,187 148,189 C136,191 128,197 123,205 C132,199 142,196 152,196 C170,195 186,199 199,209 \
     Z",
    "M240,203 C250,193 272,187 292,189 C304,191 312,197 317,205 C308,199 298,196 288,196 C270,195 254,199 241,209 \
     Z",
];
pub(super) const LIDS: [&str; 2] = ["M190,229 C180,242 154,243 138,227", "M250,229 C260,242 286,243 302,227"];
pub(super) const NOSTRILS: [&str; 2] = ["M193,290 C186,296 187,306 195,309", "M247,290 C254,296 253,306 245,309"];
pub(super) const LIPS: [&str; 2] = [
    "M220,342 C225,337 229,336 233,337.5 C243,341 253,346 261,350 C248,351 234,351 220,352 C206,351 192,351 \
     179,350 C187,346 197,341 207,337.5 C211,336 215,337 220,342 Z",
    "M220,352 C234,351 248,351 261,350 C252,361 238,367 220,367 C202,367 188,361 179,350 C192,351 206,351 220,352 \
     Z",
];

/// Every place of the front view.
pub(super) const ZONES: [MapZone; 24] = [
    MapZone {
        zone: ZoneId::Forehead,
        side: Side::Right,
        path: "M184,40 L70,40 L70,112 C98,126 119,150 127,183 C143,170 168,171 184,183 Z",
        at: (154, 136),
        callout: None,
        is_on_neck: false,
    },
    MapZone {
        zone: ZoneId::Forehead,
        side: Side::Left,
        path: "M256,40 L370,40 L370,112 C342,126 321,150 313,183 C297,170 272,171 256,183 Z",
        at: (286, 136),
        callout: None,
        is_on_neck: false,
    },
    MapZone {
        zone: ZoneId::Temple,
        side: Side::Right,
        path: "M70,112 L70,228 L117,221 C120,206 123,196 127,185 C119,150 98,126 70,112 Z",
        at: (113, 196),
        callout: Some((62, 176)),
        is_on_neck: false,
    },
    MapZone {
        zone: ZoneId::Temple,
        side: Side::Left,
        path: "M370,112 L370,228 L323,221 C320,206 317,196 313,185 C321,150 342,126 370,112 Z",
        at: (327, 196),
        callout: Some((378, 176)),
        is_on_neck: false,
    },
    MapZone {
        zone: ZoneId::Jawline,
        side: Side::Right,
        path: "M151,338 C140,342 129,342 119,342 L70,330 L70,446 L196,446 C184,430 172,410 166,389 C154,374 \
               149,356 151,338 Z",
        at: (142, 362),
        callout: Some((78, 378)),
        is_on_neck: false,
    },
    MapZone {
        zone: ZoneId::Jawline,
        side: Side::Left,
        path: "M289,338 C300,342 311,342 321,342 L370,330 L370,446 L244,446 C256,430 268,410 274,389 C286,374 \
               291,356 289,338 Z",
        at: (298, 362),
        callout: Some((362, 378)),
        is_on_neck: false,
    },
    MapZone {
        zone: ZoneId::CheekLateral,
        side: Side::Right,
        path: "M137,272 C120,267 100,265 70,265 L70,330 L119,341 C130,340 142,339 151,336 C137,318 132,296 \
               137,272 Z",
        at: (125, 306),
        callout: None,
        is_on_neck: false,
    },
    MapZone {
        zone: ZoneId::CheekLateral,
        side: Side::Left,
        path: "M303,272 C320,267 340,265 370,265 L370,330 L321,341 C310,340 298,339 289,336 C303,318 308,296 \
               303,272 Z",
        at: (315, 306),
        callout: None,
        is_on_neck: false,
    },
    MapZone {
        zone: ZoneId::Crowsfeet,
        side: Side::Right,
        path: "M119,207 L70,226 L70,264 C98,263 117,259 129,249 C122,239 118,223 119,207 Z",
        at: (114, 246),
        callout: Some((62, 222)),
        is_on_neck: false,
    },
    MapZone {
        zone: ZoneId::Crowsfeet,
        side: Side::Left,
        path: "M321,207 L370,226 L370,264 C342,263 323,259 311,249 C318,239 322,223 321,207 Z",
        at: (326, 246),
        callout: Some((378, 222)),
        is_on_neck: false,
    },
    MapZone {
        zone: ZoneId::CheekMedial,
        side: Side::Right,
        path: "M198,263 C176,280 154,280 139,272 C134,296 139,318 153,335 C166,336 178,330 186,316 C182,306 \
               186,292 193,282 C197,276 199,270 198,263 Z",
        at: (164, 306),
        callout: None,
        is_on_neck: false,
    },
    MapZone {
        zone: ZoneId::CheekMedial,
        side: Side::Left,
        path: "M242,263 C264,280 286,280 301,272 C306,296 301,318 287,335 C274,336 262,330 254,316 C258,306 \
               254,292 247,282 C243,276 241,270 242,263 Z",
        at: (276, 306),
        callout: None,
        is_on_neck: false,
    },
    MapZone {
        zone: ZoneId::Periorbital,
        side: Side::Right,
        path: "M199,243 C184,257 154,259 131,250 C127,253 125,257 125,262 C144,278 176,278 197,262 C201,256 \
               202,249 199,243 Z",
        at: (163, 264),
        callout: None,
        is_on_neck: false,
    },
    MapZone {
        zone: ZoneId::Periorbital,
        side: Side::Left,
        path: "M241,243 C256,257 286,259 309,250 C313,253 315,257 315,262 C296,278 264,278 243,262 C239,256 \
               238,249 241,243 Z",
        at: (277, 264),
        callout: None,
        is_on_neck: false,
    },
    MapZone {
        zone: ZoneId::UpperLip,
        side: Side::Right,
        path: "M185,318 C178,331 166,337 153,337 C151,356 156,372 167,386 C175,382 181,376 185,370 C178,362 \
               173,354 175,344 C177,334 181,326 185,318 Z",
        at: (164, 356),
        callout: Some((78, 350)),
        is_on_neck: false,
    },
    MapZone {
        zone: ZoneId::UpperLip,
        side: Side::Left,
        path: "M255,318 C262,331 274,337 287,337 C289,356 284,372 273,386 C265,382 259,376 255,370 C262,362 \
               267,354 265,344 C263,334 259,326 255,318 Z",
        at: (276, 356),
        callout: Some((362, 350)),
        is_on_neck: false,
    },
    MapZone {
        zone: ZoneId::NeckAnt,
        side: Side::Right,
        path: "M220,392 L140,330 L140,470 C160,478 190,486 220,488 Z",
        at: (184, 444),
        callout: None,
        is_on_neck: true,
    },
    MapZone {
        zone: ZoneId::NeckAnt,
        side: Side::Left,
        path: "M220,392 L300,330 L300,470 C280,478 250,486 220,488 Z",
        at: (256, 444),
        callout: None,
        is_on_neck: true,
    },
    MapZone {
        zone: ZoneId::Forehead,
        side: Side::Middle,
        path: "M220,40 L256,40 L256,183 C249,184 242,182 238,176 L220,176 L202,176 C198,182 191,184 184,183 \
               L184,40 L220,40 Z",
        at: (220, 128),
        callout: None,
        is_on_neck: false,
    },
    MapZone {
        zone: ZoneId::Glabella,
        side: Side::Middle,
        path: "M220,176 L238,176 C240,190 237,204 233,215 L220,215 L207,215 C203,204 200,190 202,176 L220,176 Z",
        at: (220, 196),
        callout: None,
        is_on_neck: false,
    },
    MapZone {
        zone: ZoneId::NoseDorsum,
        side: Side::Middle,
        path: "M220,215 L233,215 C236,229 237,246 238,260 C240,277 251,288 253,299 C253,309 245,313 235,313 \
               C229,317 224,318 220,318 C216,318 211,317 205,313 C195,313 187,309 187,299 C189,288 200,277 \
               202,260 C203,246 204,229 207,215 L220,215 Z",
        at: (220, 268),
        callout: None,
        is_on_neck: false,
    },
    MapZone {
        zone: ZoneId::UpperLip,
        side: Side::Middle,
        path: "M220,318 C230,318 242,314 252,315 C257,324 261,333 263,341 C250,337 234,334 220,338 C206,334 \
               190,337 177,341 C179,333 183,324 188,315 C198,314 210,318 220,318 Z",
        at: (220, 328),
        callout: None,
        is_on_neck: false,
    },
    MapZone {
        zone: ZoneId::Chin,
        side: Side::Middle,
        path: "M220,371 C234,371 246,369 254,369 C260,378 266,384 272,388 C267,408 255,426 242,446 L220,446 \
               L198,446 C185,426 173,408 168,388 C174,384 180,378 186,369 C194,369 206,371 220,371 Z",
        at: (220, 398),
        callout: None,
        is_on_neck: false,
    },
    MapZone {
        zone: ZoneId::Decollete,
        side: Side::Middle,
        path: "M220,488 C250,486 280,478 304,470 L450,470 L450,570 L220,570 L-10,570 L-10,470 L136,470 C160,478 \
               190,486 220,488 Z",
        at: (220, 530),
        callout: None,
        is_on_neck: true,
    },
];
