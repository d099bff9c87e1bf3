namespace Burgernet.Silo.Participants;

/// <summary>Why a node cannot begin to use its register, in words.</summary>
internal static class RegisterText
{
    /// <summary>One sentence, in Dutch or English.</summary>
    public static string Of(RegisterProblemException problem, bool dutch)
    {
        var subject = problem.Subject;
        return problem.Problem switch
        {
            RegisterProblem.NoKeys => dutch
                ? $"er worden mensen werkelijk gebeld en het register heeft geen sleutels: geef ze in {subject} (docs/operations.md, Keys of the register)."
                : $"people are really called and the register has no keys: give them in {subject} (docs/operations.md, Keys of the register).",
            RegisterProblem.KeysIncomplete => dutch
                ? $"{subject} moet MasterKeys en LookupKey hebben, niet een van beide."
                : $"{subject} must have MasterKeys and LookupKey, not one of them.",
            RegisterProblem.BadKey => dutch
                ? $"{subject} kan niet kloppen: een sleutel is base64 van minstens 32 bytes, heeft een naam van 1 tot 40 tekens die nergens anders staat, en is zelf nergens anders gebruikt."
                : $"{subject} cannot be right: a key is base64 of at least 32 bytes, has a name of 1 to 40 characters that stands nowhere else, and is used nowhere else.",
            RegisterProblem.BadKeyFile => dutch
                ? $"{subject} is niet te lezen als bestand met sleutels (JSON met MasterKeys en LookupKey)."
                : $"{subject} cannot be read as a file with keys (JSON with MasterKeys and LookupKey).",
            RegisterProblem.OpenKeyFile => dutch
                ? $"{subject} is leesbaar voor anderen: chmod 600."
                : $"{subject} can be read by others: chmod 600.",
            RegisterProblem.MissingMasterKey => dutch
                ? $"hoofdsleutel {subject} is in dit register in gebruik en niet ingesteld."
                : $"master key {subject} is in use in this register and is not configured.",
            RegisterProblem.OtherMasterKey => dutch
                ? $"hoofdsleutel {subject} is niet de sleutel van die naam waarmee dit register verzegeld is."
                : $"master key {subject} is not the key of that name that this register is sealed with.",
            RegisterProblem.OtherLookupKey => dutch
                ? $"de zoeksleutel (LookupKey in {subject}) is een andere dan waarmee dit register gevuld is."
                : $"the lookup key (LookupKey in {subject}) is another one than this register was filled with.",
            RegisterProblem.PracticeNumbers => dutch
                ? $"er staan verzonnen deelnemers in het register, of ze zouden er komen; hun oefennummers mogen deze machine niet verlaten en de aanbieder ({subject}) staat daarbuiten. Neem een andere Burgernet:Storage:Folder en Burgernet:Demonstration:Participants=0."
                : $"the register holds, or is to be filled with, invented participants; their practice numbers must not leave this machine, and the carrier ({subject}) is beyond it. Use another Burgernet:Storage:Folder and Burgernet:Demonstration:Participants=0.",
            _ => problem.Message,
        };
    }
}
