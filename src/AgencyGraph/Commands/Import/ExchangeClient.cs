using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AgencyGraph.Contract;
using AgencyGraph.Storage;

namespace AgencyGraph.Commands.Import;

/// <summary>
/// Sends items through the public graph, and again while the exchange does not answer: their keys see to it that nothing is doubled.
/// </summary>
internal sealed class ExchangeClient(
    HttpClient http, Uri endpoint, ExtractKind kind, Func<string> findToken, Patience patience, TimeProvider clock, Action<string> notice)
{
    private string token = findToken();

    public async Task<ExchangeReply> SendAsync(IReadOnlyList<SentItem> items, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(items, cancellationToken);
            }
            catch (NoAnswerException fault) when (attempt < patience.Attempts)
            {
                var wait = patience.WaitAfter(attempt, fault.Wait);
                notice($"{fault.Message}; trying again in {wait.TotalSeconds:0.#} s");
                await Task.Delay(wait, clock, cancellationToken);
            }
            catch (NoAnswerException fault)
            {
                throw new ImportStoppedException(ImportExit.Stopped, $"{fault.Message}; gave up after {attempt} attempts", fault);
            }
        }
    }

    private async Task<ExchangeReply> TryAsync(IReadOnlyList<SentItem> items, CancellationToken cancellationToken)
    {
        try
        {
            var used = token;
            using var response = await PostAsync(items, used, cancellationToken);
            if (response.StatusCode != HttpStatusCode.Unauthorized)
                return await ReadAsync(response, items.Count, cancellationToken);

            // A long import outlives a development token: the issuer is asked for a fresh one.
            token = findToken();
            using var second = token == used ? null : await PostAsync(items, token, cancellationToken);
            return second is null or { StatusCode: HttpStatusCode.Unauthorized }
                ? throw new ImportStoppedException(ImportExit.NotPermitted, "The exchange does not accept the token.")
                : await ReadAsync(second, items.Count, cancellationToken);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || IsTimeout(fault, cancellationToken))
        {
            throw new NoAnswerException($"{endpoint} cannot be reached ({fault.Message})", inner: fault);
        }
    }

    private Task<HttpResponseMessage> PostAsync(IReadOnlyList<SentItem> items, string bearer, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = BacklogRequest.ContentOf(kind, items) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        request.Headers.Accept.ParseAdd("application/graphql-response+json");
        request.Headers.Accept.ParseAdd("application/json;q=0.9");
        request.Headers.Add("X-Purpose", "SAFEGUARDING");
        return http.SendAsync(request, cancellationToken);
    }

    private async Task<ExchangeReply> ReadAsync(HttpResponseMessage response, int count, CancellationToken cancellationToken)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                throw new ImportStoppedException(ImportExit.NotPermitted, $"The holder of this token may not record {kind.Words}.");
            case HttpStatusCode.RequestEntityTooLarge:
                return ExchangeReply.RefusedWhole(EnumNames.NameOf(ErrorCode.BodyTooLarge),
                    "the exchange does not take a request of this size");
            case HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError:
                throw new NoAnswerException($"{endpoint} answered {(int)response.StatusCode}", response.Headers.RetryAfter?.Delta);
        }

        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            using var reply = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            return ReplyReader.Read(reply.RootElement, kind.Mutation, count);
        }
        catch (JsonException fault)
        {
            var answer = $"{endpoint} answered {(int)response.StatusCode}, and not as a graph does";
            throw new ImportStoppedException(ImportExit.Stopped, answer, fault);
        }
    }

    private static bool IsTimeout(Exception fault, CancellationToken cancellationToken)
        => fault is TaskCanceledException && !cancellationToken.IsCancellationRequested;
}
