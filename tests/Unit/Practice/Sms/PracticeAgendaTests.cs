using Burgernet.Practice;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Burgernet.Tests.Unit.Practice.Sms;

public sealed class PracticeAgendaTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Appointments_ComeInTheOrderOfTheirTime_AndNoneTooEarly()
    {
        using var agenda = new PracticeAgenda(_time);
        var done = new List<string>();
        agenda.Add(TimeSpan.FromSeconds(3), () => done.Add("third"));
        agenda.Add(TimeSpan.FromSeconds(1), () => done.Add("first"));
        agenda.Add(
            TimeSpan.FromSeconds(1),
            () =>
            {
                done.Add("second");
                agenda.Add(TimeSpan.FromSeconds(1), () => done.Add("added"));
            }
        );

        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Empty(done);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(["first", "second"], done);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["first", "second", "added"], done);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("third", done[^1]);
    }

    [Fact]
    public void Appointments_AfterTheEnd_NeverCome()
    {
        var agenda = new PracticeAgenda(_time);
        var done = 0;
        agenda.Add(TimeSpan.FromSeconds(1), () => done++);
        agenda.Dispose();
        agenda.Add(TimeSpan.FromSeconds(1), () => done++);

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(0, done);
    }
}
