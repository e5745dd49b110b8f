using ChatLiaison.TestKit;
using Xunit;

[assembly: AssemblyFixture(typeof(TestPostgresLifetime))]
