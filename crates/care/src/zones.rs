//! The places of the body a treatment can go, and the sides they have.
//!
//! Variants stand in the order of their ids, so sorting zones sorts their ids. What each zone allows is
//! content; nothing here holds a depth.

use crate::vocabulary::words;

words! {
    /// A zone of the face or body. A zone without a side means left, right and middle together.
    pub enum ZoneId {
        /// Abdomen.
        Abdomen = "z.abdomen",
        /// Arms.
        Arm = "z.arm",
        /// Back.
        Back = "z.back",
        /// Breast, areola, genital.
        BreastAreola = "z.breast_areola",
        /// Lateral cheek, in front of the ear.
        CheekLateral = "z.cheek_lateral",
        /// Medial cheek.
        CheekMedial = "z.cheek_medial",
        /// Chin.
        Chin = "z.chin",
        /// Outer corner of the eye, outside the rim.
        Crowsfeet = "z.crowsfeet",
        /// Upper chest.
        Decollete = "z.decollete",
        /// Eyelid, inside the rim.
        Eyelid = "z.eyelid",
        /// Forehead.
        Forehead = "z.forehead",
        /// Between the brows.
        Glabella = "z.glabella",
        /// Back of the hand.
        HandDorsal = "z.hand_dorsal",
        /// Jawline and below.
        Jawline = "z.jawline",
        /// Knees and elbows.
        Knee = "z.knee",
        /// Cheekbone.
        Malar = "z.malar",
        /// Front of the neck.
        NeckAnt = "z.neck_ant",
        /// Side of the neck.
        NeckLat = "z.neck_lat",
        /// Bridge of the nose.
        NoseDorsum = "z.nose_dorsum",
        /// Tip and wings of the nose.
        NoseTip = "z.nose_tip",
        /// Under the eye, outside the rim.
        Periorbital = "z.periorbital",
        /// Scalp.
        Scalp = "z.scalp",
        /// Temple.
        Temple = "z.temple",
        /// Thigh, buttock, hip.
        ThighButtock = "z.thigh_buttock",
        /// Skin of the upper lip and around the mouth.
        UpperLip = "z.upper_lip",
        /// Red of the lips.
        Vermilion = "z.vermilion",
    }
}

words! {
    /// The client's own side.
    pub enum Side {
        /// The client's left.
        Left = "left",
        /// The client's right.
        Right = "right",
        /// The middle, or a zone that has no sides.
        Middle = "middle",
    }
}

/// A zone on one side, as consent, chart, map and paper carry it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct SidedZone {
    /// Which zone.
    pub zone: ZoneId,
    /// Which side of the client.
    pub side: Side,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_sort_like_their_ids() {
        let ids: Vec<_> = ZoneId::ALL.iter().map(|zone| zone.as_str()).collect();
        assert!(ids.is_sorted(), "a verdict sorts zones by id, so the order of the variants must be that order");
        assert_eq!(ids.len(), 26, "the zone table has 26 rows");
    }
}
