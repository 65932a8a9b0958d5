//! Small worlds, every state of which is looked at.
//!
//! A run of the simulator is one history; soak runs are thousands. Some questions are small enough to ask of *all*
//! histories: three records, six copies, everything that can happen to them in every order. Each file here poses one
//! such question about the rules as the engine has them (`aurora::quorum`, `aurora::membership`, `aurora::recovery`),
//! not about a copy of them, and lets a model checker answer it. A property that holds was looked at in every
//! state that can be reached; one that fails comes with the shortest way there.
//!
//! A check that cannot fail proves nothing. So each question is asked again with a rule broken on purpose, and then
//! the checker must find the history in which it goes wrong.
//!
//! | file | question |
//! |---|---|
//! | `members` | do the sets of neighbouring membership epochs always meet (INV-12)? |
//! | `newcomers` | does a durable record survive every change of members (M-9, M-13)? |
//! | `misfortunes` | does an acknowledged record survive a zone and one more copy? |
//! | `recovery` | does recovery keep what was acknowledged, whoever answers (C-17)? |

#![cfg(not(target_family = "wasm"))]

mod members;
mod misfortunes;
mod newcomers;
mod recovery;

use std::fmt::Debug;
use std::hash::Hash;

use aurora::quorum::CopySet;
use base::CopyId;
use stateright::{Checker, Model};

/// No broken rule needs a longer history to be found out.
const LONGEST_HISTORY: usize = 20;

/// Looks at every state: all that must always hold does, all that must be possible is. Returns how many states there
/// are.
fn all_hold<M>(model: M) -> usize
where
    M: Model + Send + Sync + 'static,
    M::State: Clone + Debug + Hash + PartialEq + Send + Sync,
    M::Action: Clone + Debug + PartialEq + Send + Sync,
{
    let checked = model.checker().threads(2).spawn_bfs().join();
    checked.assert_properties();
    checked.unique_state_count()
}

/// Looks for the shortest history after which a property fails; returns its steps, one line each. The model is made anew
/// for each length, since the checker keeps the last failure it sees, not the first.
fn history_against<M>(model: impl Fn() -> M, property: &'static str) -> Vec<String>
where
    M: Model + Send + Sync + 'static,
    M::State: Clone + Debug + Hash + PartialEq + Send + Sync,
    M::Action: Clone + Debug + PartialEq + Send + Sync,
{
    for steps in 0..LONGEST_HISTORY {
        // A history without a step has a state already; the bound itself is not looked at any more.
        let search = model().checker().target_max_depth(steps + 2);
        let checked = search.spawn_bfs().join();
        if let Some(path) = checked.discovery(property) {
            let actions = path.into_actions().into_iter();
            return actions.map(|action| format!("{action:?}")).collect();
        }
    }
    panic!("nobody notices that “{property}” is broken")
}

/// All sets of the letters there are: every pattern of copies that are up while the others are down.
fn every_set() -> impl Iterator<Item = CopySet> {
    (0..=u8::MAX).map(|bits| {
        CopyId::slots()
            .filter(|copy| bits >> copy.0 & 1 == 1)
            .collect()
    })
}
