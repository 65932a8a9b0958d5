# 챕터의 단계들. 단계마다 제목이 있고, NAME-says에는 시작부터 보이는 설명이 있다: 무엇을 하는지, 어떤 규칙인지, 어디를
# 볼지. 결과는 엔진이 스스로 말한다. 비유의 말은 events.ftl과 같다.

## 1 스토리지와 쿼럼

storage-and-quorum-what = Aurora는 모든 데이터를 세 가용 영역에 두 개씩, 모두 여섯 사본으로 보관합니다. 네 사본이 저장하면 쓰기가 성립하고, 어느 세 사본으로든 성립한 내용을 모두 찾아낼 수 있습니다.
storage-and-quorum-when = 디스크나 서버, 가용 영역 전체가 고장 났을 때, 그리고 그 사이에도 늘 쓰입니다. 규모가 크면 언제나 어딘가는 고장 나 있습니다.
storage-and-quorum-everyday = 중요한 문서를 세 동의 여섯 금고에 나누어 둡니다. 한 동이 불타고 금고 하나가 더 열리지 않아도 셋이 남아, 잃는 것이 없습니다.

storage-and-quorum-six = 쓰기 하나, 사본 여섯
storage-and-quorum-six-says = 행을 씁니다. 라이터는 이를 로그 레코드로 바꾸어 여섯 사본 모두에 동시에 보냅니다. 페이지는 보내지 않습니다.
    .everyday = 소식을 가져옵니다. 창구 직원은 이를 번호 매긴 용지에 적어 여섯 금고 모두에 동시에 보냅니다.
storage-and-quorum-fourth = 네 번째 응답이 정한다
storage-and-quorum-fourth-says = 각 사본은 레코드를 디스크에 저장한 뒤 확인 응답을 보냅니다. 확인 응답 네 개면 커밋됩니다. 가장 느린 두 사본은 지연 시간에 아무 영향이 없습니다.
    .everyday = 관리인은 용지를 금고에 넣은 뒤 보관증을 줍니다. 보관증 네 장이면 창구 직원이 문서가 안전하다고 알립니다. 가장 느린 두 곳은 아무도 기다리지 않습니다.
storage-and-quorum-zone = 가용 영역 하나가 사라진다
storage-and-quorum-zone-says = 가용 영역 c가 끊기고, 다시 씁니다. 닿을 수 있는 사본: { COPIES($up) }. 쓰기 쿼럼이 됩니다.
    .everyday = c동으로 가는 길이 막히고, 다시 소식을 가져옵니다. 닿을 수 있는 금고: { COPIES($up) }. 창구 직원에게는 충분합니다.
storage-and-quorum-az-plus-one = 가용 영역 하나와 사본 하나 더
storage-and-quorum-az-plus-one-says = 사본 D도 멈추고, 한 번 더 씁니다. 닿을 수 있는 사본: { COPIES($up) }. 세 사본이 레코드를 받을 수는 있지만 셋으로는 내구성이 보장되지 않아, 커밋은 기다려야 합니다.
    .everyday = 금고 D도 열리지 않고, 한 번 더 소식을 가져옵니다. 닿을 수 있는 금고: { COPIES($up) }. 세 금고가 용지를 받지만, 네 곳이 안 되면 창구 직원은 아무것도 약속하지 않습니다.
storage-and-quorum-still-readable = 읽기는 이어진다
storage-and-quorum-still-readable-says = 행을 읽습니다. 어느 세 사본이든 어느 네 사본과 반드시 겹치므로, 응답한 내용은 적어도 하나에 있습니다. 읽기는 모두 갖춘 것으로 알려진 사본 하나에만 묻습니다.
    .everyday = 칸을 찾아봅니다. 어느 세 금고를 골라도 보관증을 준 네 곳 중 하나가 반드시 들어 있으므로, 약속한 것은 모두 찾을 수 있습니다.
storage-and-quorum-back = 네 번째 사본이 돌아온다
storage-and-quorum-back-says = 사본 D가 디스크에 남은 내용으로 다시 시작해, 놓친 것을 다른 사본에서 가져옵니다. 기다리는 커밋: { $waiting }개. 네 번째 확인 응답이 오면 응답합니다.
    .everyday = 금고 D를 고쳐, 놓친 용지의 사본을 받습니다. 기다리는 문서: { $waiting }건. 네 번째 보관증이 오면 안전합니다.
storage-and-quorum-catch-up = 가십으로 따라잡기
storage-and-quorum-catch-up-says = 가용 영역 c에 다시 닿을 수 있습니다. 사본 E와 F는 로그가 어디까지 온전한지 다른 사본과 견주고, 없는 레코드를 가져옵니다. 라이터는 관여하지 않습니다.
    .everyday = c동으로 가는 길이 열렸습니다. E와 F의 관리인이 다른 관리인과 견주어 빠진 용지를 가져옵니다. 창구 직원은 관여하지 않습니다.
storage-and-quorum-your-turn = 64가지 상태 모두
storage-and-quorum-your-turn-says = 이제 클라이언트가 스스로 일합니다. 아래 지도에서 상태를 고르면 엔진이 사본을 멈추고 다시 시작해 그 상태로 만듭니다. 쓰기는 멈추고 읽기는 이어지는 상태를 찾을 수 있나요?
    .everyday = 이제 손님이 알아서 찾아옵니다. 아래 지도에서 경우를 골라 무엇을 할 수 있는지 보세요. 아무것도 보탤 수 없지만 모두 읽을 수 있는 경우를 찾을 수 있나요?

## 3 커밋 지점과 크래시 복구

commit-points-what = 라이터는 모든 로그 레코드에 번호를 매깁니다. 사본의 확인 응답으로 각 보호 그룹이 어디까지 온전한지(PGCL), 볼륨이 어디까지 온전한지(VCL), 로그를 자를 수 있는 마지막 지점(VDL)을 계산합니다.
commit-points-when = 커밋은 VCL을 기다리므로 커밋할 때마다, 로그는 VDL 뒤에서 잘리므로 크래시가 날 때마다 쓰입니다.
commit-points-everyday = 창구 직원이 용지에 번호를 매깁니다. 서명까지의 모든 용지가 네 금고씩에 들어가야 문서가 안전합니다. 뒤의 용지가 얼마나 앞서 갔는지는 상관없습니다.

commit-points-records = 번호가 매겨진 레코드
commit-points-records-says = 행을 씁니다. 라이터가 로그 레코드를 만들어 번호를 매깁니다. LSN은 라이터만 나누어 줍니다. 마지막 것이 커밋 레코드입니다.
    .everyday = 소식을 가져옵니다. 창구 직원이 용지에 적어 번호를 매깁니다. 번호는 창구 직원만 매깁니다. 마지막 장에 서명이 있습니다.
commit-points-pgcl = 그룹이 여기까지 온전하다: PGCL
commit-points-pgcl-says = 확인 응답에는 SCL이 실려 있습니다. 사본은 거기까지 빠진 것이 없습니다. 여섯 SCL 중 넷이 이른 곳이 그룹의 PGCL입니다.
    .everyday = 보관증에는 그 금고가 어느 용지까지 빠짐없이 가졌는지 적혀 있습니다. 여섯 중 넷이 이른 곳까지 그 조는 온전합니다.
commit-points-vdl = 볼륨이 뒤따른다: VCL, 그리고 VDL
commit-points-vdl-says = VCL: 여기까지의 레코드는 저마다의 그룹에서 온전합니다. VDL: 그 앞에서 작업 한 단위가 끝나는 마지막 지점이며, 로그는 그런 지점에서만 자를 수 있습니다. VCL이 커밋 레코드에 이르면 커밋에 응답합니다.
    .everyday = 여기까지의 용지는 저마다의 조에서 네 금고에 들어 있습니다. 그 조금 앞에 일 하나가 끝난 마지막 자리가 있습니다. 표시가 서명에 이르면 손님에게 알립니다.
commit-points-two-groups = 다른 그룹의 레코드
commit-points-two-groups-says = 이 행은 그룹 2에 있습니다. 레코드는 그룹 2의 사본에만 가므로, 그룹 1의 PGCL은 제자리에 머물며 아무것도 막지 않습니다.
    .everyday = 이 칸은 2조의 것입니다. 용지는 그 금고에만 갑니다. 1조는 제자리에 머물며 아무것도 막지 않습니다.
commit-points-held-up = 그룹 1이 막힌다
commit-points-held-up-says = 그룹 1의 사본 D, E, F가 멈추고, 거기에 씁니다. 세 사본으로는 모자랍니다. 레코드가 그룹의 PGCL보다 위에 있으므로 VCL은 그 첫 레코드 앞에 머물러야 합니다.
    .everyday = 1조의 금고 D, E, F가 열리지 않고, 거기에 넣을 소식을 가져옵니다. 세 곳으로는 모자라, 표시는 첫 용지 앞에 머물러야 합니다.
commit-points-not-min = VCL은 가장 작은 PGCL이 아니다
commit-points-not-min-says = 여섯 사본이 모두 가동 중인 그룹 2에 씁니다. 레코드는 온전해지지만 막힌 레코드 뒤에 있으므로 이 커밋도 기다립니다. 표시를 견주어 보세요. VCL은 한 PGCL보다 위, 다른 PGCL보다 아래에 있습니다.
    .everyday = 금고가 모두 멀쩡한 2조에 넣을 소식을 가져옵니다. 용지는 네 금고에 닿지만 막힌 용지 뒤에 있으므로 이 문서도 기다립니다.
commit-points-queue = 한 걸음에 모두 풀린다
commit-points-queue-says = 그룹 1의 사본 D가 다시 시작합니다. 기다리는 커밋: { $waiting }개. VCL이 나아가자마자 전용 스레드가 지나친 커밋마다 LSN 순서로 응답합니다.
    .everyday = 1조의 금고 D를 고칩니다. 기다리는 문서: { $waiting }건. 표시가 나아가자마자 서명을 지나친 손님 모두에게 차례로 알립니다.
