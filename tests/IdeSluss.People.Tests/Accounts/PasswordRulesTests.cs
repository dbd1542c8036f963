using IdeSluss.People.Accounts;
using IdeSluss.People.Demo;
using Xunit;

namespace IdeSluss.People.Tests.Accounts;

public class PasswordRulesTests
{
    [Theory]
    [InlineData("cykel moln gaffel")]
    [InlineData("åäöåäöåäöåäöx")]
    [InlineData("123 abc 987 zyx")]
    [InlineData(DemoPeople.Password)]
    public void Length_is_enough(string password) => Assert.Null(PasswordRules.Check(password, "nils@exempel.se"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Kort!1Aa")]
    [InlineData("aaaaaaaaaaaaaaaaaa")]
    [InlineData("Lösenord12345")]
    [InlineData("nilsson är bäst")]
    public void What_is_short_or_easy_to_guess_is_refused(string? password) => Assert.NotNull(PasswordRules.Check(password, "nilsson@exempel.se"));

    [Fact]
    public void A_password_as_long_as_a_book_is_refused() => Assert.NotNull(PasswordRules.Check(string.Concat(Enumerable.Repeat("abcdef", 100)), null));

    [Theory]
    [InlineData(" namn@exempel.se ", "namn@exempel.se")]
    [InlineData("för.namn+idé@exempel.se", "för.namn+idé@exempel.se")]
    [InlineData("namn", null)]
    [InlineData("namn@exempel", null)]
    [InlineData("Namn <namn@exempel.se>", null)]
    [InlineData("namn@exempel.se\r\nBcc: alla@exempel.se", null)]
    [InlineData("a b@exempel.se", null)]
    public void Only_bare_addresses_are_addresses(string typed, string? address) => Assert.Equal(address, EmailAddress.Parse(typed));
}
