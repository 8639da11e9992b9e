<?xml version="1.0" encoding="UTF-8"?>
<!-- The account of the edition: source, hands, witnesses, editorial practice, citation, history. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template name="about" as="element()*">
    <section class="register" aria-labelledby="cite">
      <h2 id="cite">{f:say('how-to-cite')}</h2>
      <!-- Citations are made in English. -->
      <p class="citation"><xsl:sequence select="f:in-language('en')"/><xsl:call-template name="citation"/><xsl:sequence select="f:cite($edition/TEI/@xml:id, f:say('what-document'))"/></p>
      <xsl:variable name="example" as="element()"><a href="#{($edition//body//p/@xml:id)[1]}">{$reading-href}#{($edition//body//p/@xml:id)[1]}</a></xsl:variable>
      <p><xsl:sequence select="f:tell('how-to-cite-passage', map { 'example': $example })"/><xsl:if test="$cite-href"><xsl:text> </xsl:text><xsl:sequence select="f:tell('passages-are-cited', map { 'cite': f:link($cite-href) })"/></xsl:if></p>
    </section>
    <xsl:call-template name="source"/>
    <xsl:call-template name="hands"/>
    <xsl:call-template name="witnesses"/>
    <xsl:call-template name="edition"/>
    <xsl:call-template name="history"/>
  </xsl:template>

  <xsl:template name="source" as="element()?">
    <xsl:variable name="source" as="element()?" select="$header/fileDesc/sourceDesc"/>
    <xsl:variable name="description" as="element()?" select="$source/msDesc"/>
    <xsl:if test="exists($source/(msDesc | p | bibl)) or $header//notesStmt/note">
      <section class="register" aria-labelledby="source">
        <h2 id="source">{f:say('the-source')}</h2>
        <dl class="facts">
          <xsl:if test="$shelfmark"><dt>{f:say('fact-kept-in')}</dt><dd>{$shelfmark}</dd></xsl:if>
          <xsl:for-each select="$description//msItem"><dt>{f:say('fact-content')}</dt><dd><xsl:sequence select="f:in-language($lang)"/><xsl:apply-templates select="f:spaced(*)" mode="prose"/></dd></xsl:for-each>
          <xsl:for-each select="$description//objectDesc/@form"><dt>{f:say('fact-form')}</dt><dd>{f:named('object', .)}</dd></xsl:for-each>
          <xsl:for-each select="$description//supportDesc/*"><dt>{f:heading(.)}</dt><dd><xsl:sequence select="if (self::extent) then f:extent(.) else ()"/><xsl:if test="not(self::extent)"><xsl:apply-templates mode="prose"/></xsl:if></dd></xsl:for-each>
          <xsl:for-each select="$description//(layoutDesc | handDesc | additions | typeDesc)"><dt>{f:heading(.)}</dt><dd><xsl:apply-templates mode="prose"/></dd></xsl:for-each>
          <xsl:for-each select="$description/history/*"><dt>{f:heading(.)}</dt><dd><xsl:apply-templates mode="prose"/></dd></xsl:for-each>
          <xsl:for-each select="$description/additional/*"><dt>{f:heading(.)}</dt><dd><xsl:apply-templates mode="prose"/></dd></xsl:for-each>
          <xsl:for-each select="$source/(p | bibl)"><dt>{f:say('fact-source')}</dt><dd><xsl:apply-templates mode="prose"/></dd></xsl:for-each>
          <xsl:for-each select="$header//notesStmt/note"><dt>{f:say('fact-note')}</dt><dd><xsl:apply-templates mode="prose"/></dd></xsl:for-each>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="hands" as="element()?">
    <xsl:variable name="hands" as="element()*" select="$header//handNote"/>
    <xsl:if test="exists($hands)">
      <section class="register" aria-labelledby="hands">
        <h2 id="hands">{f:say('fact-hands')}</h2>
        <dl class="facts">
          <xsl:for-each select="$hands">
            <dt id="{@xml:id}">{translate(replace(@xml:id, '^hand\.', ''), '-_', '  ')}</dt>
            <dd><xsl:apply-templates mode="prose"/><xsl:if test="@cert = 'low'"> {f:say('attribution-uncertain')}</xsl:if></dd>
          </xsl:for-each>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="witnesses" as="element()?">
    <xsl:variable name="witnesses" as="element()*" select="$header//listWit/witness"/>
    <xsl:if test="exists($witnesses)">
      <section class="register" aria-labelledby="witnesses">
        <h2 id="witnesses">{f:say('fact-witnesses')}</h2>
        <dl class="facts">
          <xsl:for-each select="$witnesses">
            <dt id="{@xml:id}">{f:witness('#' || @xml:id)}</dt>
            <dd><xsl:sequence select="f:in-language('en')"/><xsl:apply-templates select="node() except abbr" mode="prose"/></dd>
          </xsl:for-each>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="edition" as="element()">
    <xsl:variable name="statement" as="element()?" select="$header/fileDesc/titleStmt"/>
    <section class="register" aria-labelledby="about">
      <h2 id="about">{f:say('about-this-edition')}</h2>
      <!-- The program writes its declarations in English. -->
      <xsl:for-each select="$header/encodingDesc/projectDesc/*[normalize-space(.) ne '…']"><xsl:apply-templates select="." mode="prose"><xsl:with-param name="lang-of-prose" select="'en'" tunnel="yes"/></xsl:apply-templates></xsl:for-each>
      <p><xsl:sequence select="f:tell('about-reading-text', map { 'diplomatic': f:link($diplomatic-href) })"/></p>
      <dl class="facts">
        <xsl:for-each select="$header/encodingDesc/editorialDecl/*"><dt>{f:heading(.)}</dt><dd><xsl:sequence select="f:in-language('en')"/><xsl:apply-templates mode="prose"/></dd></xsl:for-each>
        <xsl:for-each select="$statement/author[normalize-space()]">
          <dt>{f:say('fact-drafter')}</dt><dd>{normalize-space(.)}<xsl:if test="@cert = 'low'"> {f:say('probably-aside')}</xsl:if></dd>
        </xsl:for-each>
        <xsl:for-each select="$statement/respStmt">
          <dt>{f:capital(f:named('resp', normalize-space(resp[1])))}</dt><dd id="{@xml:id}">{string-join((name | persName | orgName) ! normalize-space(.), ', ')}</dd>
        </xsl:for-each>
        <xsl:for-each select="$version"><dt>{f:say('column-edition')}</dt><dd>{f:version-in-words(.)}</dd></xsl:for-each>
        <xsl:for-each select="$header/fileDesc/extent"><dt>{f:say('fact-extent')}</dt><dd>{f:extent(.)}</dd></xsl:for-each>
        <xsl:if test="$publisher"><dt>{f:say('fact-published-by')}</dt><dd>{$publisher}</dd></xsl:if>
        <xsl:for-each select="$header//availability">
          <dt>{f:say('fact-licence')}</dt>
          <dd>
            <xsl:for-each select="licence"><xsl:choose>
              <xsl:when test="@target"><a href="{@target}" rel="license"><xsl:apply-templates mode="prose"/></a></xsl:when>
              <xsl:otherwise><xsl:apply-templates mode="prose"/></xsl:otherwise>
            </xsl:choose></xsl:for-each>
            <xsl:apply-templates select="p" mode="prose"/>
          </dd>
        </xsl:for-each>
      </dl>
    </section>
  </xsl:template>

  <xsl:template name="history" as="element()?">
    <xsl:variable name="changes" as="element()*" select="$header/revisionDesc//change"/>
    <xsl:if test="exists($changes)">
      <section class="register" aria-labelledby="history">
        <h2 id="history">{f:say('revision-history')}</h2>
        <dl class="facts">
          <xsl:for-each select="$changes">
            <dt><xsl:if test="@when"><time datetime="{@when}">{f:day(@when)}</time></xsl:if></dt>
            <dd><xsl:apply-templates mode="prose"/><xsl:if test="@who"> ({f:capital(f:responsible(@who))}.)</xsl:if></dd>
          </xsl:for-each>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The name of a header element as a label for people. -->
  <xsl:function name="f:heading" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:named('heading', local-name($element), f:capital(local-name($element)))"/>
  </xsl:function>

  <!-- '3 pages, 1,405 words' by what is measured; as the header has it where it does not measure. -->
  <xsl:function name="f:extent" as="xs:string">
    <xsl:param name="extent" as="element()"/>
    <xsl:variable name="measures" as="element()*" select="$extent/measure[@unit = ('pages', 'words')][@quantity castable as xs:integer]"/>
    <xsl:sequence select="
      if (exists($measures) and count($measures) = count($extent/*)) then string-join($measures ! f:counted(string(@unit), @quantity), ', ')
      else normalize-space($extent)"/>
  </xsl:function>

  <!-- Elements in a row with a space between them. -->
  <xsl:function name="f:spaced" as="node()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:variable name="space" as="text()"><xsl:text>, </xsl:text></xsl:variable>
    <xsl:sequence select="for $n in 1 to count($elements) return (if ($n gt 1) then $space else (), $elements[$n])"/>
  </xsl:function>
</xsl:stylesheet>
