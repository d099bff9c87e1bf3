using Burgernet.Actions;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>Lets the fake action tell the fake control room. Key: the control room's id.</summary>
[Alias("burgernet.tests.IFakeActionList")]
internal interface IFakeActionList : IGrainWithStringKey
{
    [Alias("Add")]
    Task Add(ActionSummary action);
}
