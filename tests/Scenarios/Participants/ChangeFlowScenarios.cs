using Burgernet.Participants;
using Burgernet.Tests.Scenarios.Nodes;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Scenarios.Participants;

/// <summary>A change that is cut off anywhere: it happened once or not at all, and cells and regions say what the register says.</summary>
public sealed class ChangeFlowScenarios(RegisterNode register) : IClassFixture<RegisterNode>
{
    private static int s_people = 1_000;

    [Theory]
    [InlineData(RegisterStep.BeforeWrite, 0)]
    [InlineData(RegisterStep.AfterWrite, 0)]
    [InlineData(RegisterStep.Cell, 0)] // before anyone is told
    [InlineData(RegisterStep.Cell, 1)] // between cells
    [InlineData(RegisterStep.Cell, 2)]
    [InlineData(RegisterStep.Region, 0)] // between cells and regions
    [InlineData(RegisterStep.BeforeMark, 0)]
    [InlineData(RegisterStep.AfterMark, 0)]
    public async Task Move_CutOffAtAStep_ReachesEveryCellInTheEnd(RegisterStep step, int after)
    {
        var (number, id) = Somebody();
        await register.Participant(id).Register(Household.Operation(), Household.Registration(number, 0, 3));
        await register.Wake();

        var operation = Household.Operation();
        register.Faults.Fail(step, after);
        var reply = await RegisterNode.UntilAnswered(() =>
            register.Participant(id).Change(operation, Household.Profile(number, 1, 4), null)
        );
        register.Faults.Clear();

        Assert.True(reply.Done);
        Assert.Equal(2, reply.Version);
        await register.RelayAll();
        Assert.Equal(2, (await register.Participant(id).Get())!.Version);
        await register.CellsShouldEqualTheRegister();
    }

    [Theory]
    [InlineData(RegisterStep.BeforeWrite)]
    [InlineData(RegisterStep.AfterWrite)]
    public async Task Registration_CutOff_HappensOnce(RegisterStep step)
    {
        var (number, id) = Somebody();
        var operation = Household.Operation();
        register.Faults.Fail(step);
        var reply = await RegisterNode.UntilAnswered(() => register.Participant(id).Register(operation, Household.Registration(number, 0)));
        register.Faults.Clear();

        Assert.Equal((1, ParticipantStatus.Active), (reply.Version, reply.Status));
        Assert.Equal(reply, await register.Participant(id).Register(operation, Household.Registration(number, 0)), Same);
        await register.RelayAll();
        await register.CellsShouldEqualTheRegister();
    }

    [Fact]
    public async Task Leave_WhileNoCellAnswers_IsDoneAndToldLater()
    {
        var (number, id) = Somebody();
        await register.Participant(id).Register(Household.Operation(), Household.Registration(number, 0, 1));
        await register.Wake();
        register.Faults.Fail(RegisterStep.Cell, times: 1_000);

        Assert.True((await register.Participant(id).Leave(Household.Operation())).Done);
        var first = await register.Relay.Sweep();
        var second = await register.Relay.Sweep();
        Assert.True(second > first, "The relay does not wait longer when nothing gets through");

        register.Faults.Clear();
        await register.RelayAll();
        Assert.True(await register.Relay.Sweep() < second, "The relay does not come back to its pace");
        await register.CellsShouldEqualTheRegister();
    }

    [Fact]
    public async Task Move_OfSomebodyToCellsThatSleep_IsThereWhenTheyWake()
    {
        var (number, id) = Somebody();
        await register.Participant(id).Register(Household.Operation(), Household.Registration(number, 0));
        await register.Node.PutIdleGrainsAway();
        await register.Participant(id).Change(Household.Operation(), Household.Profile(number, 2), null);
        await register.CellsShouldEqualTheRegister();
    }

    [Fact]
    public async Task SamePhone_RegisteredTwiceAtOnce_OneWinsAndTheOtherHearsWhy()
    {
        var (number, _) = Somebody();
        var replies = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ => register.Participant(Guid.NewGuid()).Register(Household.Operation(), Household.Registration(number, 0)))
        );

        Assert.Single(replies, reply => reply.Done);
        Assert.All(
            replies.Where(reply => !reply.Done),
            reply => Assert.Equal([new ParticipantRefusal(ParticipantRefusalCode.PhoneTaken, "/phones/0")], reply.Refusals)
        );
        await register.CellsShouldEqualTheRegister();
    }

    [Fact]
    public async Task Operation_AskedAgain_GivesTheSameAnswerAndAnotherChangeUnderItIsRefused()
    {
        var (number, id) = Somebody();
        var participant = register.Participant(id);
        var (signUp, suspension) = (Household.Operation(), Household.Operation());
        var first = await participant.Register(signUp, Household.Registration(number, 0));
        var suspended = await participant.Suspend(suspension);
        await participant.Resume(Household.Operation());

        Assert.Equal(first, await participant.Register(signUp, Household.Registration(number, 0)), Same);
        Assert.Equal(suspended, await participant.Suspend(suspension), Same);
        Assert.Equal(3, (await participant.Get())!.Version);
        Assert.Equal(ParticipantRefusalCode.OperationReused, Only(await participant.Register(signUp, Household.Registration(number, 1))));
        Assert.Equal(ParticipantRefusalCode.OperationReused, Only(await participant.Resume(suspension)));
        Assert.Equal(ParticipantRefusalCode.OperationReused, Only(await participant.Leave(new(Guid.Empty, ChangeRole.Manager, "x"))));
        Assert.Equal(
            ParticipantRefusalCode.AlreadyRegistered,
            Only(await participant.Register(Household.Operation(), Household.Registration(number, 0)))
        );
    }

    [Fact]
    public async Task Participant_ThroughTheirLife_IsSeenByCellsOnlyWhileActive()
    {
        var (number, id) = Somebody();
        var participant = register.Participant(id);
        var registration = Household.Registration(number, 0) with { ConfirmedBy = ConfirmationMethod.None };
        await Step(participant.Register(Household.Operation(), registration), ParticipantStatus.Pending);
        await Step(participant.Confirm(Household.Operation(), ConfirmationMethod.SmsCode), ParticipantStatus.Active);
        await Step(participant.Suspend(Household.Operation()), ParticipantStatus.Suspended);
        await Step(participant.Change(Household.Operation(), Household.Profile(number, 1), 3), ParticipantStatus.Suspended);
        Assert.Equal(
            ParticipantRefusalCode.VersionChanged,
            Only(await participant.Change(Household.Operation(), Household.Profile(number, 2), 3))
        );
        await Step(participant.Resume(Household.Operation()), ParticipantStatus.Active);
        await Step(participant.Leave(Household.Operation()), ParticipantStatus.Left);
        await Step(participant.Erase(Household.Operation()), ParticipantStatus.Left);
        Assert.Null((await participant.Get())!.Profile);
    }

    [Fact]
    public Task AnyChanges_CutOffAnywhere_EndWithCellsThatEqualTheRegister() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[0, 4], Gen.Int[0, 6], Gen.Int[0, 3])
            .Array[1, 12]
            .SampleAsync(
                async changes =>
                {
                    var people = new[] { Somebody(), Somebody(), Somebody() };
                    foreach (var (who, what, place, step, after) in changes)
                    {
                        if (step < 6)
                        {
                            register.Faults.Fail((RegisterStep)step, after);
                        }

                        var operation = Household.Operation();
                        await RegisterNode.UntilAnswered(() => Ask(people[who], what, place, operation));
                    }

                    register.Faults.Clear();
                    await register.RelayAll();
                    await register.CellsShouldEqualTheRegister();
                },
                iter: 15,
                threads: 1
            );

    private Task<ParticipantReply> Ask((int Number, Guid Id) somebody, int what, int place, ParticipantOperation operation)
    {
        var participant = register.Participant(somebody.Id);
        return what switch
        {
            0 or 1 => participant.Register(operation, Household.Registration(somebody.Number, place)),
            2 => participant.Change(operation, Household.Profile(somebody.Number, place, (place + 1) % Household.Places), null),
            3 => participant.Suspend(operation),
            4 => participant.Resume(operation),
            _ => place == 0 ? participant.Erase(operation) : participant.Leave(operation),
        };
    }

    private async Task Step(Task<ParticipantReply> asked, ParticipantStatus status)
    {
        var reply = await asked;
        Assert.Empty(reply.Refusals);
        Assert.Equal(status, reply.Status);
        await register.CellsShouldEqualTheRegister();
    }

    private static ParticipantRefusalCode Only(ParticipantReply reply) => Assert.Single(reply.Refusals).Code;

    private static bool Same(ParticipantReply one, ParticipantReply other) =>
        (one.Version, one.Status, one.Done) == (other.Version, other.Status, other.Done);

    private static (int Number, Guid Id) Somebody() => (Interlocked.Increment(ref s_people), Guid.NewGuid());
}
