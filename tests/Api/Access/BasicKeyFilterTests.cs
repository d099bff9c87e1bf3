using System.Text;
using Burgernet.Api.Access;

namespace Burgernet.Tests.Api.Access;

public sealed class BasicKeyFilterTests
{
    [Theory]
    [InlineData("beheer:key", "beheer", "key")]
    [InlineData("beheer:a:b", "beheer", "a:b")]
    [InlineData(":key", "", "key")]
    [InlineData("beheer:", "beheer", "")]
    [InlineData("Zoë:sleutel", "Zoë", "sleutel")]
    public void Read_UserAndPassword_AreTakenAtTheFirstColon(string text, string dispatcher, string key)
    {
        Assert.Equal((dispatcher, key), BasicKeyFilter.Read($"basic  {Encode(text)} "));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Basic")]
    [InlineData("Basic ")]
    [InlineData("Basic %%%")]
    [InlineData("Bearer YTpi")]
    public void Read_NoCredentials_AreNone(string? authorization) => Assert.Null(BasicKeyFilter.Read(authorization));

    [Fact]
    public void Read_WithoutColonOrTooLong_AreNone()
    {
        Assert.Null(BasicKeyFilter.Read($"Basic {Encode("beheer")}"));
        Assert.Null(BasicKeyFilter.Read($"Basic {Encode("beheer:" + new string('x', 2000))}"));
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
