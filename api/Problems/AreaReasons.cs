namespace Burgernet.Api.Problems;

/// <summary>Why an area (or a point) is refused. Never says a position.</summary>
internal static class AreaReasons
{
    public static readonly ProblemReason UnknownType = new(
        "unknown-area-type",
        ProblemTypes.InvalidArea,
        "An area is a circle (center, radiusMetres), GeoJSON (type Polygon or MultiPolygon with coordinates), cells or municipalities.",
        "Een gebied is een cirkel (center, radiusMetres), GeoJSON (type Polygon of MultiPolygon met coordinates), cells of municipalities."
    );
    public static readonly ProblemReason Empty = new(
        "area-empty",
        ProblemTypes.InvalidArea,
        "The area is empty: nobody can be in it.",
        "Het gebied is leeg: daar kan niemand zijn."
    );
    public static readonly ProblemReason NotACell = new(
        "not-a-cell",
        ProblemTypes.InvalidArea,
        "This is not an H3 cell of resolution {0}.",
        "Dit is geen H3-cel van resolutie {0}."
    );
    public static readonly ProblemReason UnknownMunicipality = new(
        "unknown-municipality",
        ProblemTypes.InvalidArea,
        "The borders of this municipality are not known here.",
        "De grenzen van deze gemeente zijn hier niet bekend."
    );
    public static readonly ProblemReason TooManyMunicipalities = new(
        "too-many-municipalities",
        ProblemTypes.InvalidArea,
        "An area has at most {0} municipalities.",
        "Een gebied heeft hoogstens {0} gemeenten."
    );
    public static readonly ProblemReason TooManyExclusions = new(
        "too-many-exclusions",
        ProblemTypes.InvalidArea,
        "At most {0} areas can be left out.",
        "Er kunnen hoogstens {0} gebieden worden uitgezonderd."
    );
    public static readonly ProblemReason NotAPosition = new(
        "not-a-position",
        ProblemTypes.InvalidArea,
        "A position is an array [longitude, latitude].",
        "Een positie is een array [lengtegraad, breedtegraad]."
    );
    public static readonly ProblemReason TooFewPoints = new(
        "ring-too-few-points",
        ProblemTypes.InvalidArea,
        "A ring has at least four points, the last the same as the first.",
        "Een ring heeft minstens vier punten, het laatste gelijk aan het eerste."
    );
    public static readonly ProblemReason NotClosed = new(
        "ring-not-closed",
        ProblemTypes.InvalidArea,
        "The ring is not closed: its last point must be the same as its first.",
        "De ring is niet gesloten: het laatste punt moet gelijk zijn aan het eerste."
    );
    public static readonly ProblemReason SelfCrossing = new(
        "self-crossing",
        ProblemTypes.InvalidArea,
        "The border crosses or touches itself, so what is inside is not certain.",
        "De grens kruist of raakt zichzelf, dus is onzeker wat erbinnen ligt."
    );
    public static readonly ProblemReason HoleMisplaced = new(
        "hole-misplaced",
        ProblemTypes.InvalidArea,
        "A hole lies outside the area, inside another hole, or cuts the area in two.",
        "Een gat ligt buiten het gebied, in een ander gat, of snijdt het gebied doormidden."
    );
    public static readonly ProblemReason PartsOverlap = new(
        "parts-overlap",
        ProblemTypes.InvalidArea,
        "Parts of the area overlap each other.",
        "Delen van het gebied overlappen elkaar."
    );
    public static readonly ProblemReason LatitudeOutside = new(
        "latitude-outside",
        ProblemTypes.InvalidArea,
        "A latitude lies between -90 and 90 degrees.",
        "Een breedtegraad ligt tussen -90 en 90 graden."
    );
    public static readonly ProblemReason LongitudeOutside = new(
        "longitude-outside",
        ProblemTypes.InvalidArea,
        "A longitude lies between -180 and 180 degrees.",
        "Een lengtegraad ligt tussen -180 en 180 graden."
    );
    public static readonly ProblemReason RadiusNotPositive = new(
        "radius-not-positive",
        ProblemTypes.InvalidArea,
        "The radius must be above 0 metres.",
        "De straal moet groter zijn dan 0 meter."
    );
    public static readonly ProblemReason RadiusTooLarge = new(
        "radius-too-large",
        ProblemTypes.InvalidArea,
        "The radius may be at most {0} metres.",
        "De straal mag hoogstens {0} meter zijn."
    );
    public static readonly ProblemReason TooManyPoints = new(
        "too-many-points",
        ProblemTypes.InvalidArea,
        "The area may have at most {0} points.",
        "Het gebied mag hoogstens {0} punten hebben."
    );
    public static readonly ProblemReason TooLarge = new(
        "area-too-large",
        ProblemTypes.InvalidArea,
        "The area may be at most {0} km².",
        "Het gebied mag hoogstens {0} km² groot zijn."
    );
    public static readonly ProblemReason TooManyCells = new(
        "area-too-many-cells",
        ProblemTypes.InvalidArea,
        "The area is larger than an action may cover.",
        "Het gebied is groter dan een actie mag beslaan."
    );
    public static readonly ProblemReason FarFromParticipants = new(
        "area-far-from-participants",
        ProblemTypes.InvalidArea,
        "No participant lives anywhere near the area. Is it where you meant?",
        "In de wijde omtrek van het gebied woont geen deelnemer. Is het de bedoelde plaats?"
    );
    public static readonly ProblemReason CoordinatesSwapped = new(
        "area-coordinates-swapped",
        ProblemTypes.InvalidArea,
        "No participant lives near the area, but with latitude and longitude exchanged some do. GeoJSON puts longitude first.",
        "Bij het gebied woont geen deelnemer, maar met breedte- en lengtegraad verwisseld wel. GeoJSON zet de lengtegraad voorop."
    );
    public static readonly ProblemReason WithoutParticipants = new(
        "area-without-participants",
        ProblemTypes.InvalidArea,
        "Nobody who takes part lives in the area, or what is left out and target groups leave nobody: there would be nobody to call.",
        "In het gebied woont geen deelnemer, of uitzonderingen en doelgroepen laten niemand over: er is niemand om te bellen."
    );
    public static readonly ProblemReason TooLargeForKind = new(
        "area-too-large-for-kind",
        ProblemTypes.InvalidArea,
        "The area is {0} km²; actions of this kind may have {1} km².",
        "Het gebied is {0} km²; acties van deze soort mogen {1} km² hebben."
    );
    public static readonly ProblemReason AreaOrRadius = new(
        "area-or-radius",
        ProblemTypes.InvalidArea,
        "Say where the action grows to: either \"area\", or \"radiusMetres\" around the incident point.",
        "Zeg waarheen de actie groeit: \"area\", of \"radiusMetres\" rond het punt van het incident."
    );
    public static readonly ProblemReason NobodyAdded = new(
        "nobody-added",
        ProblemTypes.InvalidArea,
        "Nobody is in this area who was not selected before: there would be nobody to call.",
        "In dit gebied is niemand die niet al eerder is geselecteerd: er is niemand om te bellen."
    );
    public static readonly ProblemReason NoRadiusToStartFrom = new(
        "no-radius-to-start-from",
        ProblemTypes.InvalidArea,
        "The area is no circle around the incident point: say from which radius it should grow.",
        "Het gebied is geen cirkel rond het punt van het incident: zeg vanaf welke straal het moet groeien."
    );
    public static readonly ProblemReason RadiusNotLarger = new(
        "radius-not-larger",
        ProblemTypes.InvalidArea,
        "The largest radius, {0} metres, is not larger than the {1} metres to start from.",
        "De grootste straal, {0} meter, is niet groter dan de {1} meter waarmee wordt begonnen."
    );
    public static readonly ProblemReason SpeedOutOfRange = new(
        "speed-out-of-range",
        ProblemTypes.InvalidArea,
        "A speed lies between {0} and {1} kilometres an hour.",
        "Een snelheid ligt tussen {0} en {1} kilometer per uur."
    );
}
