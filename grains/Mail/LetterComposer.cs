using Burgernet.Grains.Participants;
using Burgernet.Grains.Signups;
using Burgernet.Participants;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burgernet.Grains.Mail;

/// <summary>Writes letters when they are sent: address and language as the register has them, tokens new at every attempt. No I/O.</summary>
public sealed partial class LetterComposer
{
    private readonly PersonalSeal _seal;
    private readonly SignupTokens _tokens;
    private readonly BounceTokens _bounces;
    private readonly PhonePolicy _phones;
    private readonly SignupOptions _options;
    private readonly ILogger<LetterComposer> _logger;

    internal LetterComposer(
        PersonalSeal seal,
        SignupTokens tokens,
        BounceTokens bounces,
        PhonePolicy phones,
        IOptions<SignupOptions> options,
        ILogger<LetterComposer> logger
    ) => (_seal, _tokens, _bounces, _phones, _options, _logger) = (seal, tokens, bounces, phones, options.Value, logger);

    /// <summary>The letter, or null where there is no address for it.</summary>
    /// <param name="letter">Which letter.</param>
    /// <param name="row">To whom.</param>
    /// <param name="now">The time.</param>
    public ComposedLetter? Compose(StoredLetter letter, ParticipantRow row, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(letter);
        ArgumentNullException.ThrowIfNull(row);
        if (row.Sealed is null)
        {
            return null;
        }

        PersonalData data;
        try
        {
            data = _seal.Open(row.Id, row.Sealed);
        }
        catch (SealException exception)
        {
            LogUnreadable(_logger, exception, row.Id);
            return null;
        }

        return letter.Kind == LetterKind.ConfirmSms ? Code(row, data, now)
            : data.Email is { } email ? Mail(letter, row, email, now)
            : null;
    }

    private ComposedLetter? Code(ParticipantRow row, PersonalData data, DateTimeOffset now)
    {
        // As accepted, they are accepted again; the first that can get a text message gets it.
        var mobile = data.Phones.FirstOrDefault(phone => _phones.Check(phone.Value, out var accepted) is null && accepted.IsMobile);
        if (mobile.Value is null)
        {
            return null;
        }

        var (code, hash) = _tokens.NewCode(row.Id);
        var until = now + _options.CodeLifetime;
        return new ComposedLetter(
            [new StoredToken(hash, row.Id, TokenPurpose.ConfirmSms, until)],
            Mail: null,
            new ShortMessage(mobile, new PersonalText(LetterText.Code(row.Language, code, until)), now) { WorthFor = _options.CodeLifetime }
        );
    }

    private ComposedLetter Mail(StoredLetter letter, ParticipantRow row, PersonalText email, DateTimeOffset now)
    {
        var (leave, leaveHash) = _tokens.New();
        var stored = new List<StoredToken> { new(leaveHash, row.Id, TokenPurpose.Leave, now + _options.LeaveLifetime) };
        var leaveUrl = $"{_options.PublicUrl}/signups/leave?token={leave}";
        LetterText text;
        if (letter.Kind == LetterKind.ConfirmEmail)
        {
            var (confirm, confirmHash) = _tokens.New();

            // From when they signed up, not from when the mail got through: then they are erased.
            var until = letter.CreatedAt + _options.TokenLifetime;
            stored.Add(new StoredToken(confirmHash, row.Id, TokenPurpose.ConfirmEmail, until));
            text = LetterText.Confirm(row.Language, $"{_options.PublicUrl}/signups/confirm?token={confirm}", leaveUrl, until);
        }
        else
        {
            text =
                letter.Kind == LetterKind.Welcome
                    ? LetterText.Welcome(row.Language, leaveUrl)
                    : LetterText.PhoneTaken(row.Language, leaveUrl);
        }

        var mail = LetterWriter.Write(letter.Id, email, text, leaveUrl, row.Language, now) with
        {
            BounceToken = _bounces.Write(row.Id, email.Value, letter.Id),
        };
        return new ComposedLetter(stored, mail, Message: null);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Participant {ParticipantId} cannot be written to: their data does not open")]
    private static partial void LogUnreadable(ILogger logger, Exception exception, Guid participantId);
}
