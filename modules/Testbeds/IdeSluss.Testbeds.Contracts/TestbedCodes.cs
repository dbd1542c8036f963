namespace IdeSluss.Testbeds.Contracts;

/// <summary>How like reality a test bed is (Vinnova's three kinds).</summary>
public enum TestbedKind
{
    /// <summary>A laboratory: nobody's everyday life is touched.</summary>
    Lab,

    /// <summary>Built to resemble a home or a workplace.</summary>
    Simulated,

    /// <summary>A real place where people live or work.</summary>
    Live,
}

/// <summary>Who may ask for it.</summary>
public enum TestbedAccess
{
    /// <summary>The municipality's own.</summary>
    Internal,

    /// <summary>Also partners with an agreement.</summary>
    Partner,

    /// <summary>Anyone.</summary>
    Open,
}

public enum TestbedStatus
{
    /// <summary>Not ready for tests yet.</summary>
    Planned,
    Active,

    /// <summary>For a time not to be had.</summary>
    Paused,

    /// <summary>Archived: kept for its history, in no catalogue.</summary>
    Closed,
}

/// <summary>What a test costs the one who tests.</summary>
public enum TestbedCost
{
    Free,
    CostPrice,
    Tariff,
}

/// <summary>Which rule of secrecy usually holds in the place. Never shown outside the office.</summary>
public enum SecrecyContext
{
    None,
    SocialServices,
    HealthCare,
}

/// <summary>What a resource that is booked is.</summary>
public enum ResourceKind
{
    /// <summary>The test bed as a whole.</summary>
    Place,
    Room,
    Equipment,
    Vehicle,

    /// <summary>Only together with something else: coffee, a technician.</summary>
    AddOn,
}

/// <summary>By what a resource is booked.</summary>
public enum BookingUnit
{
    Days,
    Hours,
}

/// <summary>Whether a booking waits for someone's yes.</summary>
public enum ApprovalPolicy
{
    /// <summary>Everyone who can log in books at once.</summary>
    Never,
    Always,

    /// <summary>Only those who hold no role here wait: residents, and employees of whom nothing is known.</summary>
    WithoutRole,
}
