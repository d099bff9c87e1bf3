using Burgernet.Grains.Mail;
using Burgernet.Grains.Participants;
using Burgernet.Grains.Signups;
using Burgernet.Participants;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>What the outbox and the store of tokens of every provider do.</summary>
public abstract class LetterStoreTests : StoreTests
{
    private static readonly DateTimeOffset Now = StoreBench.At;

    [Fact]
    public async Task Letter_StoredWithAChange_IsDueAtOnceAndOnlyThen()
    {
        await Write(StoreBench.Row(1), LetterKind.Welcome);
        var taken = await Write(StoreBench.Row(1) with { Status = ParticipantStatus.Suspended }, LetterKind.PhoneTaken);

        Assert.Equal(ParticipantWriteOutcome.VersionMoved, taken.Outcome);
        var letter = Assert.Single(await Store.Letters.ReadDue(Now, 10));
        Assert.Equal(
            (StoreBench.Person(1), LetterKind.Welcome, Now, 0),
            (letter.ParticipantId, letter.Kind, letter.CreatedAt, letter.Attempts)
        );
        Assert.Empty(await Store.Letters.ReadDue(Now.AddSeconds(-1), 10));
    }

    [Fact]
    public async Task Take_ByTwo_OneHasItAndItIsDueAgain()
    {
        await Write(StoreBench.Row(1), LetterKind.Welcome);
        var letter = Assert.Single(await Store.Letters.ReadDue(Now, 10));
        var takes = await Task.WhenAll(Enumerable.Range(1, 5).Select(i => Store.Letters.Take(letter, Now.AddMinutes(1), [Token(1, i)])));

        Assert.Single(takes, taken => taken);
        Assert.Equal(1, await Store.Number("select count(*) from participant_token"));
        Assert.Empty(await Store.Letters.ReadDue(Now, 10));
        var again = Assert.Single(await Store.Letters.ReadDue(Now.AddMinutes(1), 10));
        Assert.Equal((letter.Id, 1), (again.Id, again.Attempts));

        await Store.Letters.MarkSent(letter.Id, Now.AddMinutes(2));
        Assert.Empty(await Store.Letters.ReadDue(Now.AddYears(1), 10));
        Assert.False(await Store.Letters.Take(again, Now.AddMinutes(9), []));
        Assert.Equal(1, await Store.Number("select count(*) from letter where sent_at is not null"));
    }

    [Fact]
    public async Task GiveUp_IsNeverDueAgain()
    {
        await Write(StoreBench.Row(1), LetterKind.Welcome);
        await Store.Letters.GiveUp(Assert.Single(await Store.Letters.ReadDue(Now, 10)).Id);
        Assert.Empty(await Store.Letters.ReadDue(Now.AddYears(1), 10));
    }

    [Fact]
    public async Task ReadDue_Many_ShowsTheLongestDueFirst()
    {
        for (var i = 1; i <= 4; i++)
        {
            await Write(StoreBench.Row(i), at: Now.AddMinutes(-i), letters: LetterKind.Welcome);
        }

        var due = await Store.Letters.ReadDue(Now, 3);
        Assert.Equal([StoreBench.Person(4), StoreBench.Person(3), StoreBench.Person(2)], due.Select(letter => letter.ParticipantId));
    }

    [Fact]
    public async Task Add_SoonAgain_IsOneLetterAndALaterOneIsAnother()
    {
        await Write(StoreBench.Row(1));
        await Store.Letters.Add(StoreBench.Person(1), LetterKind.PhoneTaken, Now, Now.AddDays(-1));
        var first = Assert.Single(await Store.Letters.ReadDue(Now, 10));
        await Store.Letters.MarkSent(first.Id, Now);
        await Store.Letters.Add(StoreBench.Person(1), LetterKind.PhoneTaken, Now.AddHours(23), Now.AddHours(-1));
        Assert.Empty(await Store.Letters.ReadDue(Now.AddDays(2), 10));

        await Store.Letters.Add(StoreBench.Person(1), LetterKind.PhoneTaken, Now.AddHours(25), Now.AddHours(1));
        var second = Assert.Single(await Store.Letters.ReadDue(Now.AddDays(2), 10));
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(0, second.Attempts);
    }

    [Fact]
    public async Task Pending_UntilConfirmed_IsAskedAndItsTokensWork()
    {
        var row = StoreBench.Row(1) with { Status = ParticipantStatus.Pending, Confirmation = null };
        await Write(row, LetterKind.ConfirmEmail);
        var letter = Assert.Single(await Store.Letters.ReadDue(Now, 10));
        await Store.Letters.Take(letter, Now.AddMinutes(1), [Token(1, 1), Token(1, 2, TokenPurpose.Leave)]);

        Assert.Equal(Now, await Store.Letters.AskedSince(row.Id));
        Assert.Null(await Store.Letters.AskedSince(StoreBench.Person(2)));
        Assert.Equal(Token(1, 1), await Store.Tokens.Find(Token(1, 1).Hash, Now));
        Assert.Null(await Store.Tokens.Find(Token(1, 1).Hash, Now.AddDays(7)));
        Assert.Null(await Store.Tokens.Find(Token(1, 3).Hash, Now));
        Assert.Equal([letter.Id], (await Store.Letters.ReadUnanswered(Now.AddSeconds(1), 10)).Select(asked => asked.Id));
        Assert.Empty(await Store.Letters.ReadUnanswered(Now, 10));

        await Write(row with { Version = 2, Status = ParticipantStatus.Active }, LetterKind.Welcome);

        Assert.Null(await Store.Letters.AskedSince(row.Id));
        Assert.Null(await Store.Tokens.Find(Token(1, 1).Hash, Now));
        Assert.NotNull(await Store.Tokens.Find(Token(1, 2).Hash, Now));
        Assert.Equal(LetterKind.Welcome, Assert.Single(await Store.Letters.ReadDue(Now, 10)).Kind);
    }

    [Fact]
    public async Task Erased_HasNoLettersAndNoTokens()
    {
        var row = StoreBench.Row(1);
        await Write(row, LetterKind.Welcome);
        await Store.Letters.Take(Assert.Single(await Store.Letters.ReadDue(Now, 10)), Now, [Token(1, 1, TokenPurpose.Leave)]);
        await Write(ParticipantPolicy.Erase(row, Now).Row!);

        Assert.Equal(0, await Store.Number("select count(*) from letter"));
        Assert.Equal(0, await Store.Number("select count(*) from participant_token"));
    }

    [Fact]
    public async Task Try_TooOften_FindsNoCodeAnyMore()
    {
        var row = StoreBench.Row(1) with { Status = ParticipantStatus.Pending, Confirmation = null };
        await Write(row, LetterKind.ConfirmSms);
        await Store.Letters.Take(Assert.Single(await Store.Letters.ReadDue(Now, 10)), Now, [Token(1, 1, TokenPurpose.ConfirmSms)]);

        Assert.Empty(await Store.Tokens.Try(row.Id, Now.AddDays(7), 5));
        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Store.Tokens.Try(row.Id, Now, 5)));
        Assert.Equal(5, tries.Count(codes => codes.Contains(Token(1, 1).Hash)));
        Assert.Empty(await Store.Tokens.Try(StoreBench.Person(2), Now, 5));
    }

    [Fact]
    public async Task Old_LettersAndTokens_AreForgottenButNotWhoIsStillAsked()
    {
        await Write(StoreBench.Row(1) with { Status = ParticipantStatus.Pending, Confirmation = null }, LetterKind.ConfirmEmail);
        await Write(StoreBench.Row(2), LetterKind.Welcome);
        foreach (var letter in await Store.Letters.ReadDue(Now, 10))
        {
            await Store.Letters.Take(letter, Now, [Token(2, letter.Kind == LetterKind.Welcome ? 1 : 2, TokenPurpose.Leave)]);
        }

        Assert.Equal(0, await Store.Letters.Forget(Now, 10));
        Assert.Equal(1, await Store.Letters.Forget(Now.AddSeconds(1), 10));
        Assert.NotNull(await Store.Letters.AskedSince(StoreBench.Person(1)));
        Assert.Equal(0, await Store.Tokens.ForgetExpired(Now, 10));
        Assert.Equal(1, await Store.Tokens.ForgetExpired(Now.AddDays(7), 1));
        Assert.Equal(1, await Store.Tokens.ForgetExpired(Now.AddDays(7), 10));
    }

    private static StoredToken Token(int person, int number, TokenPurpose purpose = TokenPurpose.ConfirmEmail) =>
        new(new LookupHash(77, (ulong)number), StoreBench.Person(person), purpose, Now.AddDays(7));

    private Task<ParticipantWriteResult> Write(ParticipantRow row, params LetterKind[] letters) => Write(row, Now, letters);

    private Task<ParticipantWriteResult> Write(ParticipantRow row, DateTimeOffset at, params LetterKind[] letters) =>
        Store.Register.Write(
            new ParticipantWrite(row, new ParticipantChange(Guid.NewGuid(), new LookupHash(1, 2), ChangeRole.Manager, "relatie-1", at, []))
            {
                Letters = letters,
            }
        );
}
