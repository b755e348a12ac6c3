public import Facts
public import Population

extension Intake {
    /// What somebody said of being written to by a channel, before this commit.
    public func status(_ channel: Channel, of profile: ProfileNumber) -> ConsentState.Status {
        profile.index < population.profileCount ? population.consent(channel, of: profile).status : .neverSubscribed
    }
}
