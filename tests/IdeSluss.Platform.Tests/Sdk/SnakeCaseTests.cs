using IdeSluss.Sdk.Data;
using Xunit;

namespace IdeSluss.Platform.Tests.Sdk;

public sealed class SnakeCaseTests
{
    [Theory]
    [InlineData("Id", "id")]
    [InlineData("CaseNumber", "case_number")]
    [InlineData("OriginalTextSha256", "original_text_sha256")]
    [InlineData("HTTPStatus", "http_status")]
    [InlineData("IdeaID", "idea_id")]
    [InlineData("PK_IdeaEvent", "pk_idea_event")]
    [InlineData("ix_entry_unsealed", "ix_entry_unsealed")]
    [InlineData("Step2Done", "step2_done")]
    [InlineData("", "")]
    public void Names_in_the_database_are_words_with_underscores(string name, string expected) => Assert.Equal(expected, ModuleDbContext.SnakeCase(name));
}
