using Burgernet.Webhooks;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>Two webhooks: one that goes well, one that does not. Key: the control room's id.</summary>
internal sealed class FakeWebhooksGrain : Grain, IWebhooksGrain
{
    public Task<IReadOnlyList<WebhookState>> List() =>
        Task.FromResult<IReadOnlyList<WebhookState>>([
            new WebhookState
            {
                Name = "console",
                Origin = "https://console.example",
                Events = [],
                Since = FakeActionGrain.Moment,
                DeliveredAt = FakeActionGrain.Moment.AddMinutes(1),
                Waiting = 0,
                GivenUp = 0,
            },
            new WebhookState
            {
                Name = "archive",
                Origin = "https://archive.example:8443",
                Events = ["started", "stopped"],
                Since = FakeActionGrain.Moment,
                Waiting = 3,
                NextTryAt = FakeActionGrain.Moment.AddMinutes(3),
                Failure = WebhookFailure.TimedOut,
                FailedAt = FakeActionGrain.Moment.AddMinutes(2),
                GivenUp = 1,
                LastLoss = new WebhookLoss(new Guid(1, 0, 0, new byte[8]), 2, FakeActionGrain.Moment.AddMinutes(2)),
            },
        ]);
}
