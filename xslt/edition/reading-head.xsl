<?xml version="1.0" encoding="UTF-8"?>
<!-- The head of the reading view: when and where, what, who, how secret, to whom it went; then the state of the edition. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:err="https://memcon.example/ns/errors"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="form" on-no-match="shallow-skip"/>

  <xsl:template name="head" as="element()*">
    <header class="head">
      <div class="head-text">
        <xsl:apply-templates select="$front[self::pb]" mode="reading"/>
        <xsl:where-populated>
          <p class="when">
            <xsl:if test="$created-day"><time datetime="{$created-day}">{f:day($created-day)}</time></xsl:if>
            <xsl:for-each select="($front//time, $header//setting/time)[1]">
              <xsl:text>, </xsl:text><time><xsl:copy-of select="@when ! f:attribute('datetime', .)"/>{normalize-space(.)}</time>
            </xsl:for-each>
            <xsl:if test="exists($places)"><span class="where"><xsl:sequence select="f:in-language($lang)"/>{string-join($places, ', ')}</span></xsl:if>
          </p>
        </xsl:where-populated>
        <xsl:call-template name="title"/>
        <xsl:if test="$sub-title"><p class="sub"><xsl:sequence select="f:in-language($lang)"/>{$sub-title}</p></xsl:if>
        <xsl:call-template name="form"/>
      </div>
      <xsl:call-template name="form-notes"/>
    </header>
    <xsl:call-template name="state"/>
  </xsl:template>

  <!-- What the form says, in the order in which people look for it. -->
  <xsl:template name="form" as="element()*">
    <xsl:variable name="participants" as="element()*" select="$front[self::list[@type = 'participants']]"/>
    <xsl:variable name="distribution" as="element()*" select="$front[self::table]"/>
    <xsl:apply-templates select="$participants" mode="form"/>
    <xsl:where-populated>
      <dl class="particulars">
        <xsl:sequence select="f:in-language($lang)"/>
        <xsl:apply-templates select="$front[self::opener or self::ab], $front[self::list] except $participants" mode="form"/>
        <xsl:call-template name="classification"/>
        <xsl:apply-templates select="$distribution" mode="form"/>
        <xsl:apply-templates select="$front[not(self::opener or self::ab or self::list or self::table)]" mode="form"/>
      </dl>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template name="form-notes" as="element()?">
    <xsl:if test="exists($noted-in-form)">
      <ul class="notes head-notes" role="list" aria-label="{f:say('notes')}"><xsl:apply-templates select="$noted-in-form" mode="margin"/></ul>
    </xsl:if>
  </xsl:template>

  <xsl:variable name="noted-in-form" as="element()*" select="
    $front/descendant-or-self::*[self::app[not(@prev)] or self::choice[sic or orig][not(@prev)] or self::note]
      [not(ancestor::fw | ancestor::note[not(@type = 'annotation')])]"/>

  <!-- Of the labels of the form, and of sides beside each other, the head gives the sense and not the words; a reading there has its note alone. -->
  <xsl:function name="f:is-only-noted" as="xs:boolean">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
      exists($entry/(ancestor::head | ancestor::list[@type = 'participants'][@rend = 'columns'])/ancestor-or-self::* intersect $front)"/>
  </xsl:function>

  <xsl:template name="state" as="element()">
    <xsl:variable name="doubtful" as="xs:integer" select="count($mended[f:uncertain(.)])"/>
    <p class="state">
      <span>{f:capital(f:say('machine-encoded'))}</span>
      <xsl:if test="exists($mended)">
        <span class="count"><a href="#readings">{f:counted('readings-mended-by-editor', count($mended))}</a><xsl:if test="$doubtful gt 0">, {f:counted('uncertain', $doubtful)}</xsl:if></span>
      </xsl:if>
      <xsl:for-each select="$version">
        <span><xsl:text>{if (@n) then f:say('version-title', map { 'number': @n }) else normalize-space(.)}</xsl:text>
          <xsl:for-each select="date/@when">, <time datetime="{.}">{f:day(.)}</time></xsl:for-each></span>
      </xsl:for-each>
      <span><a href="#cite">{f:say('how-to-cite')}</a></span>
      <span><a href="{$tei-href}" download="">{f:say('download-tei')}</a></span>
      <xsl:if test="$epub-href"><span><a href="{$epub-href}" download="" type="application/epub+zip">EPUB</a></span></xsl:if>
      <xsl:if test="$pdf-href"><span><a href="{$pdf-href}" download="" type="application/pdf">PDF</a></span></xsl:if>
    </p>
  </xsl:template>

  <!-- The lines of date and place as the typist has them. -->
  <xsl:template match="opener" mode="form" as="element()*">
    <dt><xsl:sequence select="f:in-interface-among($lang)"/>{f:say('fact-as-typed')}</dt>
    <dd><xsl:apply-templates select="dateline/node(), * except dateline" mode="form-line"/></dd>
  </xsl:template>
  <xsl:template match="ab" mode="form" as="element()*">
    <dt><xsl:sequence select="f:in-interface-among($lang)"/>{f:say('fact-as-typed')}</dt>
    <dd><xsl:apply-templates mode="form-line"/></dd>
  </xsl:template>
  <xsl:template match="opener[salute]" mode="form" as="element()*">
    <dt><xsl:sequence select="f:in-interface-among($lang)"/>{f:say('fact-greeting')}</dt>
    <dd><xsl:apply-templates mode="form-line"/></dd>
  </xsl:template>

  <xsl:template match="list" mode="form" as="element()*">
    <dt><xsl:sequence select="f:in-language-of-label(head)"/><xsl:value-of select="f:term(head, f:say('fact-list'))"/></dt>
    <xsl:for-each select="item"><dd><xsl:apply-templates mode="form-line"/></dd></xsl:for-each>
  </xsl:template>

  <xsl:template match="list[@type = 'participants']" mode="form" as="element()">
    <section class="participants" aria-labelledby="participants">
      <h2 id="participants"><xsl:sequence select="f:in-language-of-label(head)"/><xsl:value-of select="f:term(head, f:say('fact-participants'))"/></h2>
      <div class="delegations">
        <xsl:sequence select="f:in-language($lang)"/>
        <xsl:for-each select="item[list]">
          <div class="delegation">
            <h3><xsl:apply-templates select="label/node()" mode="form-line"/></h3>
            <ul role="list"><xsl:apply-templates select="list/item" mode="form"/></ul>
          </div>
        </xsl:for-each>
        <xsl:if test="item[not(list)]">
          <div class="delegation"><ul role="list"><xsl:apply-templates select="item[not(list)]" mode="form"/></ul></div>
        </xsl:if>
      </div>
    </section>
  </xsl:template>

  <!-- Sides that the paper sets beside each other: each person with the delegation that the header gives him. -->
  <xsl:template match="list[@type = 'participants'][@rend = 'columns']" mode="form" as="element()" priority="1">
    <xsl:variable name="items" as="element()*" select="item"/>
    <section class="participants" aria-labelledby="participants">
      <h2 id="participants"><xsl:sequence select="f:in-language-of-label(head)"/><xsl:value-of select="f:term(head, f:say('fact-participants'))"/></h2>
      <div class="delegations">
        <xsl:sequence select="f:in-language($lang)"/>
        <xsl:for-each select="$edition//particDesc/listPerson[not(@type = 'talk')]">
          <xsl:variable name="members" as="xs:string*" select="person/@sameAs ! string(.)"/>
          <div class="delegation">
            <xsl:if test="head"><h3>{head}</h3></xsl:if>
            <ul role="list">
              <xsl:for-each-group select="$items[(.//persName | .//rs)[1]/@ref = $members]" group-by="(.//persName | .//rs)[1]/@ref">
                <li class="person">
                  <span class="person-name"><a class="name" href="{$register}{current-grouping-key()}">{f:preferred(f:entry(current-grouping-key()))}</a></span>
                </li>
              </xsl:for-each-group>
            </ul>
          </div>
        </xsl:for-each>
      </div>
    </section>
  </xsl:template>

  <!-- One person of a delegation: the name, the office under it. Someone listed by office only is named beside it. -->
  <xsl:template match="item" mode="form" as="element()">
    <xsl:variable name="named" as="element()?" select="(.//persName | .//rs)[1]"/>
    <xsl:variable name="interpreter" as="xs:boolean" select="
      key('present', ($named/@ref, '')[1], $edition)/@role = 'interpreter' or matches(., 'interpret', 'i')"/>
    <li class="{if ($interpreter) then 'person interpreter' else 'person'}">
      <xsl:choose>
        <xsl:when test="$named">
          <span class="person-name"><xsl:apply-templates select="$named" mode="reading"/></span>
          <xsl:if test="$named/self::rs and f:entry($named/@ref)"><span class="office">{f:preferred(f:entry($named/@ref))}</span></xsl:if>
          <xsl:variable name="rest" as="node()*" select="node() except $named"/>
          <xsl:if test="normalize-space(translate(string-join($rest), ',;', ''))">
            <span class="office"><xsl:apply-templates select="$rest" mode="office"/></span>
          </xsl:if>
        </xsl:when>
        <xsl:otherwise><span class="person-name"><xsl:apply-templates mode="form-line"/></span></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$interpreter and not(matches(., 'interpret', 'i'))"><span class="tag"><xsl:sequence select="f:in-interface-among($lang)"/>{f:capital(f:named('role', 'interpreter'))}</span></xsl:if>
    </li>
  </xsl:template>

  <xsl:template match="table" mode="form" as="element()*">
    <dt><xsl:sequence select="f:in-language-of-label(head)"/><xsl:value-of select="f:term(head, f:say('fact-distribution'))"/></dt>
    <dd>
      <ul class="copies" role="list">
        <xsl:for-each select=".//cell[normalize-space()]"><li><xsl:apply-templates mode="form-line"/></li></xsl:for-each>
      </ul>
    </dd>
  </xsl:template>

  <!-- The running classification once, with the pages on which it is struck out. -->
  <xsl:template name="classification" as="element()*">
    <xsl:variable name="marks" as="element()*" select="$edition//text//fw[@type = 'classification']"/>
    <xsl:variable name="struck" as="element()*" select="$marks[.//del]"/>
    <xsl:variable name="pages" as="xs:integer*" select="distinct-values($struck ! f:page(.))"/>
    <xsl:if test="exists($marks)">
      <dt><xsl:sequence select="f:in-interface-among($lang)"/>{f:say('fact-classification')}</dt>
      <dd class="classification">
        <xsl:sequence select="f:in-interface-among($lang)"/>
        <xsl:for-each-group select="$marks" group-by="upper-case(f:words(.))">
          <span class="marking"><xsl:sequence select="f:in-language($lang)"/>{current-grouping-key()}</span>
          <xsl:text> </xsl:text>
        </xsl:for-each-group>
        <xsl:if test="exists($struck)">
          <xsl:text>{f:counted('struck-out-on-pages', count($pages), map { 'pages': string-join($pages, ', ') })} </xsl:text>
          <s class="marking"><xsl:sequence select="f:in-language($lang)"/>{upper-case(normalize-space(($struck//del)[1]))}</s>
        </xsl:if>
      </dd>
    </xsl:if>
  </xsl:template>

  <!-- The form's title is the page's; furniture belongs to the paper; notes stand in the margin, the first page number too. -->
  <xsl:template match="head | fw | note | pb" mode="form" as="empty-sequence()"/>

  <xsl:template match="*" mode="form" priority="-10" as="node()*">
    <xsl:message select="path(.)" error-code="err:view-covers-element"/>
    <dd><xsl:apply-templates select="." mode="reading"/></dd>
  </xsl:template>

  <!-- A line of the form without its label and with its breaks as spaces. -->
  <xsl:mode name="form-line" on-no-match="text-only-copy"/>
  <xsl:template match="(dateline | ab)/text()[1][not(preceding-sibling::*[not(self::lb)])]" mode="form-line" as="text()">
    <xsl:value-of select="replace(., '^\s*(DATE|TIME|PLACE)(\s*(,|AND|&amp;)\s*(DATE|TIME|PLACE))*\s*:\s*', '', 'i')"/>
  </xsl:template>
  <xsl:template match="lb" mode="form-line" as="text()"><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="(dateline | ab)/lb" mode="form-line" as="node()*"><xsl:text> </xsl:text><span class="sep" aria-hidden="true">·</span><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="lb[empty(preceding-sibling::node())]" mode="form-line" as="empty-sequence()" priority="1"/>
  <xsl:template match="*" mode="form-line" as="node()*"><xsl:apply-templates select="." mode="reading"/></xsl:template>

  <!-- What follows a name, without the comma that parts them. -->
  <xsl:mode name="office" on-no-match="text-only-copy"/>
  <xsl:template match="item/text()" mode="office" as="text()">
    <xsl:value-of select="if (matches(., '^[\s,;]*$')) then ' ' else replace(., '^\s*[,;]\s*', '')"/>
  </xsl:template>
  <xsl:template match="lb" mode="office" as="text()"><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="*" mode="office" as="node()*"><xsl:apply-templates select="." mode="reading"/></xsl:template>

  <xsl:function name="f:term" as="xs:string">
    <xsl:param name="head" as="element()?"/>
    <xsl:param name="default" as="xs:string"/>
    <xsl:variable name="label" as="xs:string" select="replace(f:words($head), '\s*:$', '')"/>
    <xsl:sequence select="if ($label) then upper-case(substring($label, 1, 1)) || lower-case(substring($label, 2)) else $default"/>
  </xsl:function>

  <!-- A label of the form is in the language of the document, one of ours in that of the page. -->
  <xsl:function name="f:in-language-of-label" as="attribute()?">
    <xsl:param name="head" as="element()?"/>
    <xsl:if test="$lang ne $language"><xsl:attribute name="lang" select="if (f:words($head)) then $lang else $language"/></xsl:if>
  </xsl:function>

  <xsl:function name="f:attribute" as="attribute()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:attribute name="{$name}" select="$value"/>
  </xsl:function>
</xsl:stylesheet>
