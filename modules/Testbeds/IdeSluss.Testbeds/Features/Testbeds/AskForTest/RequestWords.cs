using IdeSluss.Testbeds.Domain;

namespace IdeSluss.Testbeds.Features.Testbeds.AskForTest;

/// <summary>What the codes of requests are called; each also the key of its translation.</summary>
internal static class RequestWords
{
    public static string Of(PartnerKind kind) => kind switch
    {
        PartnerKind.Company => "Företag",
        PartnerKind.University => "Universitet eller högskola",
        PartnerKind.SciencePark => "Science park",
        PartnerKind.Association => "Förening",
        _ => "Annan myndighet",
    };

    public static string Of(TestRequestStatus status) => status switch
    {
        TestRequestStatus.Waiting => "Väntar på svar",
        TestRequestStatus.Accepted => "Ja",
        _ => "Nej",
    };
}
