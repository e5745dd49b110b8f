using ChatLiaison.Time;
using NodaTime.Text;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace ChatLiaison.People;

/// <summary>Writes rotations and overrides as the directory file has them.</summary>
internal static class RotationExport
{
    public static YamlMappingNode Rotation(OnCallRotation rotation, DirectorySnapshot directory)
    {
        var map = new YamlMappingNode { { "name", rotation.Name }, { rotation.Role is null ? "team" : "role", rotation.For } };
        if (!rotation.Active)
        {
            map.Add("active", "no");
        }

        map.Add("shifts", new YamlSequenceNode(rotation.Shifts.Select(s => Shift(s, directory))));
        return map;
    }

    public static YamlMappingNode Override(OnCallRotation rotation, OnCallOverride entry, DirectorySnapshot directory)
    {
        var map = new YamlMappingNode();
        foreach (var (name, value) in RotationFields.Of(entry, rotation.Name, id => Email(id, directory)).OrderBy(f => Array.IndexOf(RotationSection.OverrideKeys, f.Key)))
        {
            map.Add(name, value);
        }

        return map;
    }

    private static YamlMappingNode Shift(OnCallShift shift, DirectorySnapshot directory) => new()
    {
        { "from", TimeOfDayText.Format(shift.Turn.Handover) },
        { "time_zone", shift.Zone.Id },
        { "days", shift.Days.ToString() },
        { "turns", shift.Turn.ToString() },
        { "starts", LocalDatePattern.Iso.Format(shift.Starts) },
        { "people", new YamlSequenceNode(shift.People.Select(id => new YamlScalarNode(Email(id, directory)))) { Style = SequenceStyle.Flow } },
    };

    private static string Email(Guid id, DirectorySnapshot directory) => directory.PersonById(id)!.Email;
}
