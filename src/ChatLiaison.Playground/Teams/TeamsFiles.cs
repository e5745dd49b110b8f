using System.Collections.Concurrent;

namespace ChatLiaison.Playground.Teams;

/// <summary>Files that people sent and attachments that the app uploaded.</summary>
internal sealed class TeamsFiles
{
    private readonly ConcurrentDictionary<string, TeamsFile> _files = new(StringComparer.Ordinal);

    public string Keep(TeamsFile file)
    {
        var id = Guid.NewGuid().ToString("N");
        _files[id] = file;
        return id;
    }

    public TeamsFile? Find(string id) => _files.GetValueOrDefault(id);

    /// <summary>The connector's upload: <c>{type, name, originalBase64}</c>.</summary>
    public ConnectorAnswer Upload(ConnectorRequest request)
    {
        var content = new byte[request.RawBody.Length];
        return request.Body.Text("type") is { } type
            && request.Body.Text("name") is { } name
            && Convert.TryFromBase64String(request.Body.Text("originalBase64") ?? "?", content, out var length)
                ? ConnectorAnswer.Created(Keep(new TeamsFile(name, type, content[..length])))
                : ConnectorAnswer.BadSyntax("An attachment needs type, name and originalBase64.");
    }
}

internal sealed record TeamsFile(string Name, string ContentType, byte[] Content);
